// Made by `npm run types` from docs/openapi.json; do not edit.
export interface paths {
    "/api/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Address
         * @description How an address is understood, and what to ask back.
         */
        get: operations["anxin_domains_customers_api_entrance_read_address"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories
         * @description Those offered; with `retired`, every one.
         */
        get: operations["anxin_domains_catalog_api_categories_categories"];
        put?: never;
        /** Add Category */
        post: operations["anxin_domains_catalog_api_categories_add_category"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Category */
        get: operations["anxin_domains_catalog_api_categories_category"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Category */
        patch: operations["anxin_domains_catalog_api_categories_change_category"];
        trace?: never;
    };
    "/api/catalog/categories/{code}/causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Causes
         * @description All causes in their order; left out is retired.
         */
        put: operations["anxin_domains_catalog_api_categories_set_causes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/categories/{code}/symptoms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Symptoms
         * @description All symptoms in their order; left out is retired, and `unknown` always stays.
         */
        put: operations["anxin_domains_catalog_api_categories_set_symptoms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Causes */
        get: operations["anxin_domains_catalog_api_categories_causes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Parts */
        get: operations["anxin_domains_catalog_api_parts_parts"];
        put?: never;
        /** Add Part */
        post: operations["anxin_domains_catalog_api_parts_add_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/parts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Parts
         * @description The list as shown, as the table it can be brought back by; what the house pays only for who may know it.
         */
        get: operations["anxin_domains_catalog_api_parts_export_parts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/parts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Over
         * @description Write some rows, all of them or none; wrong ones are left out only if asked for.
         */
        post: operations["parts_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/parts/import-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description What each row of the file would do; nothing is written.
         */
        post: operations["parts_import_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/parts/import-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Template
         * @description An empty table with its heads and one row to show how.
         */
        get: operations["parts_import_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/parts/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Part */
        get: operations["anxin_domains_catalog_api_parts_part"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Part */
        patch: operations["anxin_domains_catalog_api_parts_change_part"];
        trace?: never;
    };
    "/api/catalog/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products */
        get: operations["anxin_domains_catalog_api_products_products"];
        put?: never;
        /** Add Product */
        post: operations["anxin_domains_catalog_api_products_add_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Products
         * @description The list as shown, as the table it can be brought back by.
         */
        get: operations["anxin_domains_catalog_api_products_export_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Over
         * @description Write some rows, all of them or none; wrong ones are left out only if asked for.
         */
        post: operations["products_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/import-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description What each row of the file would do; nothing is written.
         */
        post: operations["products_import_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/import-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Template
         * @description An empty table with its heads and one row to show how.
         */
        get: operations["products_import_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Product */
        get: operations["anxin_domains_catalog_api_products_product"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Product */
        patch: operations["anxin_domains_catalog_api_products_change_product"];
        trace?: never;
    };
    "/api/catalog/service-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service Items */
        get: operations["anxin_domains_catalog_api_work_service_items"];
        put?: never;
        /** Add Service */
        post: operations["anxin_domains_catalog_api_work_add_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/service-items/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Services
         * @description The list as shown, as the table it can be brought back by.
         */
        get: operations["anxin_domains_catalog_api_work_export_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/service-items/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Over
         * @description Write some rows, all of them or none; wrong ones are left out only if asked for.
         */
        post: operations["service_items_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/service-items/import-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description What each row of the file would do; nothing is written.
         */
        post: operations["service_items_import_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/service-items/import-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Template
         * @description An empty table with its heads and one row to show how.
         */
        get: operations["service_items_import_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/service-items/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service Item */
        get: operations["anxin_domains_catalog_api_work_service_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Service */
        patch: operations["anxin_domains_catalog_api_work_change_service"];
        trace?: never;
    };
    "/api/catalog/symptoms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Symptoms */
        get: operations["anxin_domains_catalog_api_categories_symptoms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clerk/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Desk */
        get: operations["anxin_domains_fieldwork_api_clerk_desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clocks/{clock_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain
         * @description Why a clock stands where it stands.
         */
        get: operations["anxin_domains_processes_api_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Customers */
        get: operations["anxin_domains_customers_api_records_list_customers"];
        put?: never;
        /**
         * Note Customer
         * @description What the desk hears on the phone is claimed, not proven.
         */
        post: operations["anxin_domains_customers_api_records_note_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export Customers */
        get: operations["anxin_domains_customers_api_records_export_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/popup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pop Up
         * @description Everybody a calling number may be, as far as the actor may see them.
         */
        get: operations["anxin_domains_customers_api_records_pop_up"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Customer */
        get: operations["anxin_domains_customers_api_records_read_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Customer */
        patch: operations["anxin_domains_customers_api_records_change_customer"];
        trace?: never;
    };
    "/api/customers/{customer_id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give Consent */
        post: operations["anxin_domains_customers_api_rights_give_consent"];
        /** Withdraw Consent */
        delete: operations["anxin_domains_customers_api_rights_withdraw_consent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Give Copy
         * @description Everything held about the person.
         */
        get: operations["anxin_domains_customers_api_rights_give_copy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase
         * @description Forget the person. Ids, dates and decisions stay; nothing that names anybody does.
         */
        post: operations["anxin_domains_customers_api_rights_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge
         * @description One person, two records; `undo` is good for a minute, unmerge at any time.
         */
        post: operations["anxin_domains_customers_api_records_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unmerge */
        post: operations["anxin_domains_customers_api_records_unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outbox */
        get: operations["anxin_kernel_outbound_api_outbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Start */
        get: operations["anxin_demo_api_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Next
         * @description Take what the router would do next: urgent, promise due, tier, time waited; of what one can do.
         */
        post: operations["anxin_domains_tickets_api_actions_next_"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Presence */
        get: operations["anxin_domains_desk_api_presence"];
        /** Set Presence */
        put: operations["anxin_domains_desk_api_set_presence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queues */
        get: operations["anxin_domains_desk_api_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/routings/{object_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Routings
         * @description Why a piece of work went where it went, for who may see it.
         */
        get: operations["anxin_domains_desk_api_routings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Batch */
        post: operations["anxin_domains_fieldwork_api_field_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Today */
        get: operations["anxin_domains_fieldwork_api_field_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/visits/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One */
        get: operations["anxin_domains_fieldwork_api_field_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/visits/{visit_id}/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do
         * @description One command, online: what cannot be done is refused at once.
         */
        post: operations["anxin_domains_fieldwork_api_field_do"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add */
        post: operations["anxin_kernel_files_api_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read */
        get: operations["anxin_kernel_files_api_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dead Jobs */
        get: operations["anxin_kernel_api_jobs_dead_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/dead/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dead Kinds */
        get: operations["anxin_kernel_api_jobs_dead_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/dead/revive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revive Kind
         * @description All dead jobs of a kind; 404 where there is none.
         */
        post: operations["anxin_kernel_api_jobs_revive_kind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job_id}/revive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revive One
         * @description 409 where it is not dead any more.
         */
        post: operations["anxin_kernel_api_jobs_revive_one"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ledger Events */
        get: operations["anxin_kernel_api_ledger_ledger_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ledger Export
         * @description The records as listed, newest first, as a file; erased values stay erased.
         */
        get: operations["anxin_kernel_api_ledger_ledger_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/proof/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ledger Proof */
        get: operations["anxin_kernel_api_ledger_ledger_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ledger State */
        get: operations["anxin_kernel_api_ledger_ledger_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ledger Verify */
        post: operations["anxin_kernel_api_ledger_ledger_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Me */
        patch: operations["anxin_domains_people_api_session_change_me"];
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Needs the old one; every other session of the user ends.
         */
        post: operations["anxin_domains_people_api_session_change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices */
        get: operations["anxin_domains_notices_api_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read All */
        post: operations["anxin_domains_notices_api_read_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Unread Count */
        get: operations["anxin_domains_notices_api_unread_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{notice_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read */
        post: operations["anxin_domains_notices_api_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List */
        get: operations["anxin_domains_fieldwork_api_orders_list_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export */
        get: operations["anxin_domains_fieldwork_api_orders_export_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One */
        get: operations["anxin_domains_fieldwork_api_orders_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept */
        post: operations["anxin_domains_fieldwork_api_orders_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree */
        post: operations["anxin_domains_fieldwork_api_orders_agree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign */
        post: operations["anxin_domains_fieldwork_api_orders_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book
         * @description Book one of the offered windows for the customer on the phone.
         */
        post: operations["anxin_domains_fieldwork_api_orders_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel */
        post: operations["anxin_domains_fieldwork_api_orders_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Candidates */
        get: operations["anxin_domains_fieldwork_api_orders_candidates_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/commands/{command_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolve */
        post: operations["anxin_domains_fieldwork_api_orders_resolve_"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Contact */
        post: operations["anxin_domains_fieldwork_api_orders_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer */
        post: operations["anxin_domains_fieldwork_api_orders_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/outlets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outlets */
        get: operations["anxin_domains_fieldwork_api_orders_outlets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/overrule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Overrule
         * @description Assign against a rule of the brand, by name and with the reason.
         */
        post: operations["anxin_domains_fieldwork_api_orders_overrule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/parts-arrived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Parts Arrived */
        post: operations["anxin_domains_fieldwork_api_orders_parts_arrived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Record
         * @description The printable service record.
         */
        get: operations["anxin_domains_fieldwork_api_orders_record_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return */
        post: operations["anxin_domains_fieldwork_api_orders_return_"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Slots */
        get: operations["anxin_domains_fieldwork_api_orders_slots_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Orgs
         * @description Every node; the tree is read off `parent_id`.
         */
        get: operations["anxin_domains_people_api_places_list_orgs"];
        put?: never;
        /** Add Org */
        post: operations["anxin_domains_people_api_places_add_org"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orgs/{org_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Org
         * @description Rename, move, close or open a place again. Refused with what stands against closing it.
         */
        patch: operations["anxin_domains_people_api_places_change_org"];
        trace?: never;
    };
    "/api/otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Otp
         * @description Send a code. The answer is the same for every number; 429 beyond the limits.
         */
        post: operations["anxin_domains_customers_api_entrance_ask_otp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/otp/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Otp
         * @description Log the customer in; 400 for a wrong, used or expired code alike.
         */
        post: operations["anxin_domains_customers_api_entrance_verify_otp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pauses/{pause_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject
         * @description Refuse a pause: its time counts. Answers with the clock it was looked at from.
         */
        post: operations["anxin_domains_processes_api_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Keys */
        get: operations["anxin_domains_people_api_keys_list_keys"];
        put?: never;
        /** Create Key */
        post: operations["anxin_domains_people_api_keys_create_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke Key */
        delete: operations["anxin_domains_people_api_keys_revoke_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Authorisations */
        get: operations["anxin_domains_people_api_places_list_authorisations"];
        put?: never;
        /** Authorise */
        post: operations["anxin_domains_people_api_places_authorise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/authorisations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Authorisations
         * @description The list as shown.
         */
        get: operations["anxin_domains_people_api_places_export_authorisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/authorisations/{line_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Authorisation
         * @description The line holds until the end of today; what was offered by it stays.
         */
        delete: operations["anxin_domains_people_api_places_end_authorisation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/engineers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Engineers */
        get: operations["anxin_domains_people_api_engineers_list_engineers"];
        put?: never;
        /**
         * Enrol
         * @description Make a user an engineer; he gets the role at the outlet. Who left before comes back.
         */
        post: operations["anxin_domains_people_api_engineers_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/engineers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Engineers
         * @description The list as shown, of the engineers one manages.
         */
        get: operations["anxin_domains_people_api_engineers_export_engineers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/engineers/{engineer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Engineer */
        get: operations["anxin_domains_people_api_engineers_read_engineer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change */
        patch: operations["anxin_domains_people_api_engineers_change"];
        trace?: never;
    };
    "/api/people/engineers/{engineer_id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book Absence */
        post: operations["anxin_domains_people_api_roster_book_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/engineers/{engineer_id}/absences/{absence_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel Absence */
        delete: operations["anxin_domains_people_api_roster_cancel_absence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/engineers/{engineer_id}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Certificate */
        post: operations["anxin_domains_people_api_engineers_add_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/engineers/{engineer_id}/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Correct Certificate
         * @description Write it anew as it stands on the paper; the version is the engineer's.
         */
        put: operations["anxin_domains_people_api_engineers_correct_certificate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/engineers/{engineer_id}/certificates/{certificate_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Certificate
         * @description It holds until that day, on purpose: nobody is reminded of it.
         */
        post: operations["anxin_domains_people_api_engineers_end_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/engineers/{engineer_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description Let an engineer leave. 409 with their numbers while visits are open.
         */
        post: operations["anxin_domains_people_api_engineers_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/engineers/{engineer_id}/skills/{category}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Skill */
        put: operations["anxin_domains_people_api_engineers_set_skill"];
        post?: never;
        /** Remove Skill */
        delete: operations["anxin_domains_people_api_engineers_remove_skill"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Roster
         * @description Who works when: shift, absence and open visits of each day.
         */
        get: operations["anxin_domains_people_api_roster_read_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan
         * @description The same hours for one or many engineers, in place of what stood on those days.
         */
        post: operations["anxin_domains_people_api_roster_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/shifts/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description No shifts on those days any more.
         */
        post: operations["anxin_domains_people_api_roster_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Users */
        get: operations["anxin_domains_people_api_staff_list_users"];
        put?: never;
        /** Add User */
        post: operations["anxin_domains_people_api_staff_add_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Users
         * @description The list as shown, of the people one manages.
         */
        get: operations["anxin_domains_people_api_staff_export_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change User */
        patch: operations["anxin_domains_people_api_staff_change_user"];
        trace?: never;
    };
    "/api/people/users/{user_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Password
         * @description For somebody who forgot it; every session of the user ends.
         */
        post: operations["anxin_domains_people_api_staff_set_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/users/{user_id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give Role */
        post: operations["anxin_domains_people_api_staff_give_role"];
        /** Take Role */
        delete: operations["anxin_domains_people_api_staff_take_role"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List */
        get: operations["anxin_kernel_policies_api_list_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One */
        get: operations["anxin_kernel_policies_api_one"];
        put?: never;
        /** Add */
        post: operations["anxin_kernel_policies_api_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{kind}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Effect
         * @description Try a document on every running clock. Nothing is written.
         */
        post: operations["anxin_domains_tickets_api_effects_effect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description The document as it would be read, defaults filled in. 400 names the field that does not fit.
         */
        post: operations["anxin_kernel_policies_api_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/rate/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rating */
        get: operations["anxin_domains_feedback_api_rating"];
        put?: never;
        /**
         * Rate
         * @description The answer; not solved opens the case again at once.
         */
        post: operations["anxin_domains_feedback_api_rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request
         * @description Open a request without a log-in, or join the same problem already open; the safety card comes first.
         */
        post: operations["anxin_domains_tickets_api_portal_request_"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Track
         * @description The case behind a tracking link.
         */
        get: operations["anxin_domains_tickets_api_portal_track"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book */
        post: operations["anxin_domains_fieldwork_api_portal_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description The customer no longer wants it.
         */
        post: operations["anxin_domains_tickets_api_portal_cancel_"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach
         * @description A photo or a voice note for the case; it is seen once a message names it.
         */
        post: operations["anxin_domains_tickets_api_portal_attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attached */
        get: operations["anxin_domains_tickets_api_portal_attached"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold */
        post: operations["anxin_domains_fieldwork_api_portal_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Message
         * @description Say something to the desk; the safety gate reads it too.
         */
        post: operations["anxin_domains_tickets_api_portal_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}/press": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Press
         * @description 催单: counted, and told to who must hear.
         */
        post: operations["anxin_domains_tickets_api_portal_press_"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reschedule */
        post: operations["anxin_domains_fieldwork_api_portal_reschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/track/{token}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Slots */
        get: operations["anxin_domains_fieldwork_api_portal_slots_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/qr/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scan
         * @description The machine behind a code; 404 for unknown, replaced and retired codes alike.
         */
        get: operations["anxin_domains_assets_api_scan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Queues
         * @description Every queue, closed ones too.
         */
        get: operations["anxin_domains_desk_api_list_queues"];
        put?: never;
        /** Add Queue */
        post: operations["anxin_domains_desk_api_add_queue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Queues
         * @description The list as shown, closed queues too; categories by their codes.
         */
        get: operations["anxin_domains_desk_api_export_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{queue_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Queue */
        get: operations["anxin_domains_desk_api_read_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Queue */
        patch: operations["anxin_domains_desk_api_change_queue"];
        trace?: never;
    };
    "/api/reports/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service Report */
        get: operations["anxin_domains_insight_api_service_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/service/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report Cases
         * @description The cases behind a figure of a place.
         */
        get: operations["anxin_domains_insight_api_report_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/service/cases/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Cases
         * @description The cases as listed, as a file.
         */
        get: operations["anxin_domains_insight_api_export_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/service/days/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Days
         * @description The chart as a table: per day of the period what came in, what went out, what was open at its end.
         */
        get: operations["anxin_domains_insight_api_export_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/service/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Service Report
         * @description The table as shown, one line per place: each figure, what it was before, the difference, n.
         */
        get: operations["anxin_domains_insight_api_export_service_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reviews */
        get: operations["anxin_domains_feedback_api_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{review_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Review */
        get: operations["anxin_domains_feedback_api_review"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{review_id}/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass Review */
        post: operations["anxin_domains_feedback_api_pass_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{review_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Review
         * @description Back to the outlet; the note says why and is required.
         */
        post: operations["anxin_domains_feedback_api_reject_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/revisits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revisits
         * @description Revisits by due time; `calls` = only those somebody has to call.
         */
        get: operations["anxin_domains_feedback_api_revisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/revisits/{revisit_id}/attempt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attempt */
        post: operations["anxin_domains_feedback_api_attempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Session */
        get: operations["anxin_domains_people_api_session_read_session"];
        put?: never;
        /**
         * Log In
         * @description 401 `people.login_failed` for every reason, `people.mfa_needed` when the code is missing.
         */
        post: operations["anxin_domains_people_api_session_log_in"];
        /** Log Out */
        delete: operations["anxin_domains_people_api_session_log_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/mfa/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Mfa
         * @description Switch the second factor on; the recovery codes are shown once.
         */
        post: operations["anxin_domains_people_api_session_confirm_mfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/mfa/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable Mfa */
        post: operations["anxin_domains_people_api_session_disable_mfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/mfa/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Up Mfa
         * @description A new secret; nothing is on until it is confirmed by a code.
         */
        post: operations["anxin_domains_people_api_session_set_up_mfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/openid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go To Provider
         * @description Send the browser to the OpenID provider.
         */
        get: operations["anxin_domains_people_api_session_go_to_provider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/openid/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come Back
         * @description Where the provider sends the browser back: logged in, or to the log-in page with the reason.
         */
        get: operations["anxin_domains_people_api_session_come_back"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgotten
         * @description Mail a link to set a new password; the answer is the same whoever is named.
         */
        post: operations["anxin_domains_people_api_session_forgotten"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset
         * @description Set a new password by the link: once; every session ends, the second factor stays.
         */
        post: operations["anxin_domains_people_api_session_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List
         * @description Tickets the actor may see, narrowed and in order; open ones unless asked otherwise.
         */
        get: operations["anxin_domains_tickets_api_desk_list_"];
        put?: never;
        /**
         * Open
         * @description Open a ticket for somebody on the phone. Raises NotFound where the actor may not read what it became.
         */
        post: operations["anxin_domains_tickets_api_desk_open_"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bulk
         * @description One action on many tickets, each done or refused by itself.
         */
        post: operations["anxin_domains_tickets_api_actions_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/canned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Canned
         * @description Canned replies in both languages.
         */
        get: operations["anxin_domains_tickets_api_desk_canned"];
        put?: never;
        /**
         * Define Canned
         * @description Write a canned reply, or rewrite the one of the same code and language.
         */
        post: operations["anxin_domains_tickets_api_desk_define_canned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts
         * @description Open work by the queue's tabs.
         */
        get: operations["anxin_domains_tickets_api_desk_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description What the list shows, as a file.
         */
        get: operations["anxin_domains_tickets_api_desk_export_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/kanban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kanban
         * @description Open tickets by stage.
         */
        get: operations["anxin_domains_tickets_api_desk_kanban_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Views
         * @description One's own saved views and shared ones.
         */
        get: operations["anxin_domains_tickets_api_desk_views"];
        put?: never;
        /**
         * Save View
         * @description Keep filters under a name; the same name replaces.
         */
        post: operations["anxin_domains_tickets_api_desk_save_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Drop View
         * @description Remove one of one's own views.
         */
        delete: operations["anxin_domains_tickets_api_desk_drop_view"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description All of one ticket.
         */
        get: operations["anxin_domains_tickets_api_desk_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit
         * @description Correct what is known of the problem (If-Match).
         */
        patch: operations["anxin_domains_tickets_api_desk_edit"];
        trace?: never;
    };
    "/api/tickets/{ticket_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign
         * @description Give it to a colleague, or back to the queue.
         */
        post: operations["anxin_domains_tickets_api_actions_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description The customer no longer wants it.
         */
        post: operations["anxin_domains_tickets_api_actions_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description Close a solved ticket whose revisit is done.
         */
        post: operations["anxin_domains_tickets_api_actions_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link
         * @description Tie two tickets.
         */
        post: operations["anxin_domains_tickets_api_actions_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge
         * @description Make it an alias of another ticket of the same people.
         */
        post: operations["anxin_domains_tickets_api_actions_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Moves
         * @description Where the board's card may be put, what that does, and what stands against it.
         */
        get: operations["anxin_domains_tickets_api_desk_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note
         * @description Write something only the staff read.
         */
        post: operations["anxin_domains_tickets_api_actions_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open */
        post: operations["anxin_domains_fieldwork_api_orders_open_"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause
         * @description Hold the clocks, with evidence.
         */
        post: operations["anxin_domains_tickets_api_actions_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/press": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Press
         * @description 催单: the customer presses, told by phone.
         */
        post: operations["anxin_domains_tickets_api_actions_press"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/remote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remote
         * @description A remote step was tried; when it solved the problem the ticket is solved.
         */
        post: operations["anxin_domains_tickets_api_actions_remote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen
         * @description Not solved after all.
         */
        post: operations["anxin_domains_tickets_api_actions_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply
         * @description Say something the customer reads.
         */
        post: operations["anxin_domains_tickets_api_actions_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume
         * @description Let the clocks run on.
         */
        post: operations["anxin_domains_tickets_api_actions_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Similar
         * @description Visible tickets whose words are closest.
         */
        get: operations["anxin_domains_tickets_api_desk_similar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/solve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Solve
         * @description Solved without a visit.
         */
        post: operations["anxin_domains_tickets_api_actions_solve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split
         * @description A second problem gets a ticket of its own; answers with the new one.
         */
        post: operations["anxin_domains_tickets_api_actions_split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description Make it one's own.
         */
        post: operations["anxin_domains_tickets_api_actions_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timeline
         * @description Events, messages and notes in one order.
         */
        get: operations["anxin_domains_tickets_api_desk_timeline_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer
         * @description Hand it to another place.
         */
        post: operations["anxin_domains_tickets_api_actions_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Video
         * @description Offer guidance by video: the customer is sent the address of a room.
         */
        post: operations["anxin_domains_tickets_api_actions_video"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/video/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Video End
         * @description The call is over; when it solved the problem the ticket is solved.
         */
        post: operations["anxin_domains_tickets_api_actions_video_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/viewing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Look
         * @description I have it open (said every few seconds); answers with who else has. Forgotten when nothing more is said.
         */
        put: operations["anxin_domains_tickets_api_viewing_look"];
        post?: never;
        /**
         * Look Away
         * @description I left it.
         */
        delete: operations["anxin_domains_tickets_api_viewing_look_away"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/undo/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Back
         * @description Run the inverse of a command of the last 60 seconds; 409 with the reason when it is too late.
         */
        post: operations["anxin_kernel_api_undo_take_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Units */
        get: operations["anxin_domains_assets_api_list_units"];
        put?: never;
        /** Add Unit */
        post: operations["anxin_domains_assets_api_add_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Over
         * @description Write some rows, all of them or none; wrong ones are left out only if asked for.
         */
        post: operations["units_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/import-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description What each row of the file would do; nothing is written.
         */
        post: operations["units_import_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/import-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Template
         * @description An empty table with its heads and one row to show how.
         */
        get: operations["units_import_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Unit */
        get: operations["anxin_domains_assets_api_read_unit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Unit */
        patch: operations["anxin_domains_assets_api_change_unit"];
        trace?: never;
    };
    "/api/units/{unit_id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace Code
         * @description A new code; the old one opens nothing from now on.
         */
        post: operations["anxin_domains_assets_api_replace_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit_id}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draw Code
         * @description The code to print, for who may see the unit.
         */
        get: operations["anxin_domains_assets_api_draw_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AbleRow */
        AbleRow: {
            engineer: components["schemas"]["EngineerBrief"];
            /** Load */
            load: number;
            /** Reasons */
            reasons: {
                [key: string]: unknown;
            }[];
            /** Score */
            score: number;
            /** Travel Min */
            travel_min: number | null;
            window: components["schemas"]["Span"] | null;
        };
        /**
         * AbsenceDone
         * @description `visits`: the open visits that fall into it; they stand as they were and need another engineer or time.
         */
        AbsenceDone: {
            engineer: components["schemas"]["EngineerDetail"];
            /** Undo */
            undo: string;
            /** Visits */
            visits: components["schemas"]["VisitOut"][];
        };
        /**
         * AbsenceIn
         * @description Whole days at the outlet's place, unless a time is given for the first or the last of them.
         */
        AbsenceIn: {
            /**
             * First
             * Format: date
             */
            first: string;
            /** From Time */
            from_time?: string | null;
            /** Kind */
            kind: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /**
             * Note
             * @default
             */
            note: string;
            /** To Time */
            to_time?: string | null;
        };
        /**
         * AbsenceOut
         * @description `kind` and `note` are empty for who does not plan the engineer's days: why is his own business.
         */
        AbsenceOut: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Note */
            note: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * AddressOut
         * @description `accuracy` in metres around the point; `asks` is what to ask back, `options` between which areas.
         */
        AddressOut: {
            /** Accuracy */
            accuracy: number | null;
            /** Area */
            area: string;
            /** Asks */
            asks: components["schemas"]["Ask"][];
            /** City */
            city: string;
            /** Confidence */
            confidence: number;
            /** Detail */
            detail: string;
            /** District */
            district: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Options */
            options: string[];
            /** Province */
            province: string;
            /** Street */
            street: string;
            /** Sure */
            sure: boolean;
        };
        /** AddressQuery */
        AddressQuery: {
            /** Text */
            text: string;
        };
        /** AgreeIn */
        AgreeIn: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /** AnswerIn */
        AnswerIn: {
            /**
             * Comment
             * @default
             */
            comment: string;
            /** Csat */
            csat?: number | null;
            /** Paid */
            paid?: number | string | null;
            /** Solved */
            solved: boolean;
        };
        /** Ask */
        Ask: {
            /** Code */
            code: string;
            /** Text */
            text: string;
        };
        /** Assign */
        Assign: {
            /** User Id */
            user_id?: string | null;
        };
        /**
         * AssignIn
         * @description `overrule`: why a rule of the brand shall not count here.
         */
        AssignIn: {
            /** End */
            end?: string | null;
            /**
             * Engineer
             * Format: uuid
             */
            engineer: string;
            /** Overrule */
            overrule?: string | null;
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Start */
            start?: string | null;
        };
        /** Attached */
        Attached: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mime */
            mime: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
        };
        /** Author */
        Author: {
            /** Id */
            id: string | null;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /** AuthorisationExport */
        AuthorisationExport: {
            /**
             * Area
             * @default
             */
            area: string;
            /**
             * Format
             * @default csv
             */
            format: string;
            /** Outlet */
            outlet?: string | null;
        };
        /** AuthorisationIn */
        AuthorisationIn: {
            /** Area */
            area: string;
            /**
             * Category
             * @default
             */
            category: string;
            /** Daily Quota */
            daily_quota?: number | null;
            /**
             * Order Type
             * @default
             */
            order_type: string;
            /**
             * Outlet Id
             * Format: uuid
             */
            outlet_id: string;
            /**
             * Rank
             * @default 1
             */
            rank: number;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to?: string | null;
        };
        /** AuthorisationOut */
        AuthorisationOut: {
            /** Area */
            area: string;
            /** Category */
            category: string;
            /** Daily Quota */
            daily_quota: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Order Type */
            order_type: string;
            /** Outlet */
            outlet: string;
            /**
             * Outlet Id
             * Format: uuid
             */
            outlet_id: string;
            /** Rank */
            rank: number;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /** AuthorisationQuery */
        AuthorisationQuery: {
            /**
             * Area
             * @default
             */
            area: string;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /** Outlet */
            outlet?: string | null;
            /**
             * Sort
             * @default area
             */
            sort: string;
        };
        /**
         * BatchIn
         * @description `sent_at` is the phone's time of sending: the difference to ours corrects all its stamps.
         */
        BatchIn: {
            /** Commands */
            commands: components["schemas"]["CommandIn"][];
            /**
             * Device
             * Format: uuid
             */
            device: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
        };
        /** BatchOut */
        BatchOut: {
            /** Results */
            results: components["schemas"]["TakenOut"][];
        };
        /** Because */
        Because: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** Board */
        Board: {
            /** Columns */
            columns: components["schemas"]["Column"][];
        };
        /** BookIn */
        BookIn: {
            /**
             * Hold
             * Format: uuid
             */
            hold: string;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** BookedOut */
        BookedOut: {
            window: components["schemas"]["Span"];
        };
        /** Bulk */
        Bulk: {
            /** Action */
            action: string;
            /**
             * Args
             * @default {}
             */
            args: {
                [key: string]: unknown;
            };
            /** Ids */
            ids: string[];
        };
        /** BulkDone */
        BulkDone: {
            /** Done */
            done: number;
            /** Refused */
            refused: components["schemas"]["RefusedLine"][];
            undo: components["schemas"]["Undo"] | null;
        };
        /** ButlerOut */
        ButlerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * CallIn
         * @description `reached` carries the customer's answers; the other results carry none.
         */
        CallIn: {
            answer?: components["schemas"]["AnswerIn"] | null;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Result
             * @enum {string}
             */
            result: "reached" | "no_answer" | "wrong_number" | "refused";
        };
        /** CallLine */
        CallLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string;
            /** Result */
            result: string;
            /** Result Name */
            result_name: string;
        };
        /** Called */
        Called: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Result */
            result: string;
        };
        /** CancelIn */
        CancelIn: {
            /** Reason */
            reason: string;
        };
        /** CandidatesOut */
        CandidatesOut: {
            /** Able */
            able: components["schemas"]["AbleRow"][];
            /** Excluded */
            excluded: components["schemas"]["ExcludedRow"][];
        };
        /** CannedIn */
        CannedIn: {
            /** Code */
            code: string;
            /**
             * Lang
             * @default zh
             */
            lang: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /** CannedOut */
        CannedOut: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Lang
             * @default zh
             */
            lang: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /** Card */
        Card: {
            /** Age S */
            age_s: number;
            assignee: components["schemas"]["Named"] | null;
            /** Blocked */
            blocked: string | null;
            /** Category */
            category: string;
            /** Channel */
            channel: string;
            clock: components["schemas"]["ClockFace"] | null;
            /** Complexity */
            complexity: string;
            customer: components["schemas"]["CustomerBrief"];
            /** Danger */
            danger: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Order Type */
            order_type: string;
            org: components["schemas"]["Named"];
            /** Presses */
            presses: number;
            /** Product */
            product: string | null;
            stage: components["schemas"]["StageBrief"];
            /** Status */
            status: string;
            /** Subject */
            subject: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Urgency */
            urgency: string;
            /** Version */
            version: number;
        };
        /** CaseOut */
        CaseOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Detail */
            detail: string;
            /** Number */
            number: string;
            /** Org */
            org: string;
            /**
             * Ticket Id
             * Format: uuid
             */
            ticket_id: string;
            /** Value */
            value: number;
        };
        /** CataloguePart */
        CataloguePart: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Price */
            price: string;
            /** Returnable */
            returnable: boolean;
        };
        /** CategoryDetail */
        CategoryDetail: {
            /** Active */
            active: boolean;
            /** Causes */
            causes: components["schemas"]["TermRow"][];
            /** Code */
            code: string;
            /** Hazard */
            hazard: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Position */
            position: number;
            /** Symptoms */
            symptoms: components["schemas"]["TermRow"][];
            /** Version */
            version: number;
        };
        /** CategoryIn */
        CategoryIn: {
            /** Code */
            code: string;
            /**
             * Hazard
             * @default
             */
            hazard: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /**
             * Position
             * @default 100
             */
            position: number;
        };
        /**
         * CategoryOut
         * @description `hazard`: its main danger (gas, electricity …), empty where there is none.
         */
        CategoryOut: {
            /** Active */
            active: boolean;
            /** Code */
            code: string;
            /** Hazard */
            hazard: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Position */
            position: number;
            /** Version */
            version: number;
        };
        /** CategoryPatch */
        CategoryPatch: {
            /** Active */
            active?: boolean | null;
            /** Hazard */
            hazard?: string | null;
            /** Name En */
            name_en?: string | null;
            /** Name Zh */
            name_zh?: string | null;
            /** Position */
            position?: number | null;
        };
        /** CertificateIn */
        CertificateIn: {
            /** Kind */
            kind: string;
            /**
             * Number
             * @default
             */
            number: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
        };
        /**
         * CertificateOut
         * @description `state`: ok, soon, expired or later; `ok` says whether it holds today.
         */
        CertificateOut: {
            /** Kind */
            kind: string;
            /** Ok */
            ok: boolean;
            /** State */
            state: string;
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
        };
        /**
         * ChangeOut
         * @description A value that would change; both as a cell would show them.
         */
        ChangeOut: {
            /** Column */
            column: string;
            /** New */
            new: string;
            /** Old */
            old: string;
        };
        /** CheckOut */
        CheckOut: {
            /** Code */
            code: string;
            /** Done At */
            done_at: string | null;
            /** Needs Photo */
            needs_photo: boolean;
            /** Required */
            required: boolean;
            /** Text */
            text: string;
        };
        /** ChunkIn */
        ChunkIn: {
            /**
             * Leave Out Wrong
             * @default false
             */
            leave_out_wrong: boolean;
            /** Rows */
            rows: components["schemas"]["RowIn"][];
        };
        /** ClockExplained */
        ClockExplained: {
            /** Allowed S */
            allowed_s: number;
            clock: components["schemas"]["ClockFace"];
            /** Doubts */
            doubts: components["schemas"]["Told"][];
            /** Escalations */
            escalations: components["schemas"]["RungRow"][];
            /** Events */
            events: number;
            /** If Resumed At */
            if_resumed_at: string | null;
            /** Intervals */
            intervals: components["schemas"]["IntervalRow"][];
            /** Pauses */
            pauses: components["schemas"]["PauseRow"][];
            /** Promises */
            promises: components["schemas"]["PromiseRow"][];
            /** Stored Due Agrees */
            stored_due_agrees: boolean;
            /** Used S */
            used_s: number;
            /** Warnings */
            warnings: components["schemas"]["Told"][];
        };
        /**
         * ClockFace
         * @description A clock as every screen shows it.
         */
        ClockFace: {
            /** Agreed Due At */
            agreed_due_at: string | null;
            /** Allowed S */
            allowed_s: number;
            /** Due At */
            due_at: string | null;
            /** Id */
            id: string;
            /** Late S */
            late_s: number;
            /** Name */
            name: string;
            /** Order Id */
            order_id: string | null;
            /** Paused Reason */
            paused_reason: string | null;
            /** Remaining S */
            remaining_s: number;
            /** Round */
            round: number;
            /** Source */
            source: string;
            /** Started At */
            started_at: string | null;
            /** State */
            state: string;
            /** Stopped At */
            stopped_at: string | null;
            /** Target At */
            target_at: string | null;
            /** Title */
            title: string;
            /** Told Due At */
            told_due_at: string | null;
            /** Used S */
            used_s: number;
        };
        /**
         * ClockOut
         * @description How one named clock was kept at the chosen place: percent of `n`.
         */
        ClockOut: {
            /** Clock */
            clock: string;
            /** Enough */
            enough: boolean;
            /** N */
            n: number;
            /** Name */
            name: string;
            /** Target */
            target: number;
            /** Value */
            value: number;
        };
        /** CodeIn */
        CodeIn: {
            /** Code */
            code: string;
            /**
             * Name
             * @default
             */
            name: string;
            /** Phone */
            phone: string;
        };
        /** CodeOut */
        CodeOut: {
            /** Url */
            url: string;
        };
        /**
         * Column
         * @description One stage. `limit` is its WIP limit (None = none), `full` says it is passed; `median_s` the cards' age.
         */
        Column: {
            /** Cards */
            cards: components["schemas"]["Card"][];
            /** Count */
            count: number;
            /** Full */
            full: boolean;
            /** Limit */
            limit: number | null;
            /** Median S */
            median_s: number;
            /** Name */
            name: string;
            /** Stage */
            stage: string;
        };
        /**
         * CommandIn
         * @description `at`: by the phone's clock; `seq` counts up on the phone. Kinds and args: see `commands`.
         */
        CommandIn: {
            /**
             * Args
             * @default {}
             */
            args: {
                [key: string]: unknown;
            };
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Seq */
            seq: number;
            /**
             * Visit
             * Format: uuid
             */
            visit: string;
        };
        /** ConsentIn */
        ConsentIn: {
            /** Purpose */
            purpose: string;
            /** Source */
            source: string;
        };
        /** ConsentOut */
        ConsentOut: {
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Purpose */
            purpose: string;
            /** Source */
            source: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /** ContactIn */
        ContactIn: {
            /**
             * Note
             * @default
             */
            note: string;
            /** Result */
            result: string;
        };
        /** ContactLine */
        ContactLine: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string | null;
            /** Relation */
            relation: string;
        };
        /** ContactOut */
        ContactOut: {
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Phone Masked */
            phone_masked: string;
            /** Relay */
            relay: string | null;
        };
        /**
         * CoverageOut
         * @description `covered`: in, out or contract; `visit_fee` in CNY, told before booking.
         */
        CoverageOut: {
            /** Covered */
            covered: string;
            /** Reason */
            reason: {
                [key: string]: unknown;
            };
            /** Until */
            until: string | null;
            /** Visit Fee */
            visit_fee: string;
        };
        /**
         * CrewDayOut
         * @description A day at the outlet's place, hours by the clock on its wall; `start` none = no shift.
         */
        CrewDayOut: {
            /** Away */
            away: boolean;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** End */
            end: string | null;
            /** Lunch End */
            lunch_end: string | null;
            /** Lunch Start */
            lunch_start: string | null;
            /** Start */
            start: string | null;
            /** Visits */
            visits: number;
        };
        /** CustomerBrief */
        CustomerBrief: {
            /** Elderly */
            elderly: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Priority */
            priority: boolean;
            /** Tier */
            tier: string;
        };
        /** CustomerIn */
        CustomerIn: {
            /**
             * Address
             * @default
             */
            address: string;
            /** Household Id */
            household_id?: string | null;
            /**
             * Lang
             * @default zh
             */
            lang: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * CustomerOut
         * @description The whole picture; `sections` is what the other domains add (units, tickets, visits).
         */
        CustomerOut: {
            /** Address */
            address: string;
            butler: components["schemas"]["ButlerOut"] | null;
            /** Consents */
            consents: components["schemas"]["ConsentOut"][];
            /** Elderly */
            elderly: boolean;
            /** Erased */
            erased: boolean;
            /** Households */
            households: components["schemas"]["HouseholdOut"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key Account */
            key_account: boolean;
            /** Kind */
            kind: string;
            /** Lang */
            lang: string;
            /** Merged */
            merged: string[];
            /** Name */
            name: string;
            /** Phones */
            phones: string[];
            /** Sections */
            sections: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
            /** Spend 36M */
            spend_36m: string;
            /** Tier */
            tier: string;
            /** Tier Reason */
            tier_reason: {
                [key: string]: unknown;
            } | null;
            /** Version */
            version: number;
        };
        /** CustomerPatch */
        CustomerPatch: {
            /** Butler Id */
            butler_id?: string | null;
            /** Elderly */
            elderly?: boolean | null;
            /** Key Account */
            key_account?: boolean | null;
            /** Kind */
            kind?: string | null;
            /** Lang */
            lang?: string | null;
            /** Name */
            name?: string | null;
        };
        /** CustomerQuery */
        CustomerQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Sort
             * @default -created_at
             */
            sort: string;
            /**
             * Tier
             * @default
             */
            tier: string;
        };
        /**
         * CustomerRow
         * @description Phones and addresses are masked where the role asks for it.
         */
        CustomerRow: {
            /** Address */
            address: string;
            /** Elderly */
            elderly: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key Account */
            key_account: boolean;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Phones */
            phones: string[];
            /** Tier */
            tier: string;
        };
        /**
         * DayOut
         * @description Today at the outlet's place: the shift, whether the engineer is away now, visits of the day.
         */
        DayOut: {
            /** Away */
            away: boolean;
            /** Ends At */
            ends_at: string | null;
            /** Starts At */
            starts_at: string | null;
            /** Visits */
            visits: number;
        };
        /**
         * DayStop
         * @description One stop of the day. `travel_*`: from the stop before, None where a place is unknown.
         */
        DayStop: {
            /** Address */
            address: string;
            clock: components["schemas"]["ClockFace"] | null;
            /** Coverage Stage */
            coverage_stage: string | null;
            /** Covered */
            covered: string | null;
            /** Customer */
            customer: string;
            /** Elderly */
            elderly: boolean;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Number */
            number: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order Type */
            order_type: string;
            /** Priority */
            priority: boolean;
            /** Product */
            product: string | null;
            /** Second Visit */
            second_visit: boolean;
            /** Status */
            status: string;
            /** Subject */
            subject: string;
            /** Tier */
            tier: string | null;
            /** Travel Km */
            travel_km: number | null;
            /** Travel Min */
            travel_min: number | null;
            window: components["schemas"]["Span"] | null;
        };
        /**
         * DaysIn
         * @description The weekdays (0 Monday … 6 Sunday) between two days, both counted. `check` only tells what would be.
         */
        DaysIn: {
            /**
             * Check
             * @default false
             */
            check: boolean;
            /** Engineer Ids */
            engineer_ids: string[];
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Weekdays */
            weekdays: number[];
        };
        /**
         * DeadJob
         * @description `error`: class and place of the exception as recorded, `cause`: the same in words; `died_at` in real time.
         */
        DeadJob: {
            /** Attempts */
            attempts: number;
            /** Cause */
            cause: string;
            /** Died At */
            died_at: string | null;
            /** Error */
            error: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Max Attempts */
            max_attempts: number;
            /** Name */
            name: string;
            /** Task */
            task: string;
        };
        /**
         * DeadKind
         * @description `last_at`: when the last of them died.
         */
        DeadKind: {
            /** Count */
            count: number;
            /** Last At */
            last_at: string | null;
            /** Name */
            name: string;
            /** Task */
            task: string;
        };
        /** Demo */
        Demo: {
            /** Accounts */
            accounts: components["schemas"]["DemoAccount"][];
        };
        /** DemoAccount */
        DemoAccount: {
            /** Name */
            name: string;
            /** Org */
            org: string;
            /** Password */
            password: string;
            /** Role */
            role: string;
            /** Username */
            username: string;
        };
        /** DemoStart */
        DemoStart: {
            /** Complete */
            complete: boolean;
            /** Done */
            done: number;
            /** Planned */
            planned: number;
            /** Units */
            units: components["schemas"]["DemoUnit"][];
        };
        /**
         * DemoUnit
         * @description A machine whose code a newcomer may open.
         */
        DemoUnit: {
            /** Category */
            category: string;
            /** Model */
            model: string;
            /** Name */
            name: string;
            /** Qr Path */
            qr_path: string;
        };
        /** Desk */
        Desk: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Money */
            money: components["schemas"]["MoneyLine"][];
            /** Offered */
            offered: components["schemas"]["DeskOrder"][];
            outlet: components["schemas"]["OutletOut"];
            /** Returned */
            returned: components["schemas"]["DeskOrder"][];
            /** To Assign */
            to_assign: components["schemas"]["DeskOrder"][];
            /** To Contact */
            to_contact: components["schemas"]["DeskOrder"][];
            /** To Rebook */
            to_rebook: components["schemas"]["DeskOrder"][];
            /** Waiting Parts */
            waiting_parts: components["schemas"]["DeskOrder"][];
        };
        /** DeskOrder */
        DeskOrder: {
            /** Address */
            address: string;
            /** Certificates */
            certificates: string[];
            clock: components["schemas"]["ClockFace"] | null;
            /** Covered */
            covered: string | null;
            /** Customer */
            customer: string;
            /** Engineer */
            engineer: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Note */
            note: string;
            /** Number */
            number: string;
            /** Order Type */
            order_type: string;
            /** Product */
            product: string;
            /** Reason */
            reason: {
                [key: string]: unknown;
            } | null;
            /** Status */
            status: string;
            /** Subject */
            subject: string;
            /** Urgency */
            urgency: string;
            /** Version */
            version: number;
            window: components["schemas"]["Span"] | null;
        };
        /** DeskOut */
        DeskOut: {
            /** By Kind */
            by_kind: {
                [key: string]: number;
            };
            /** Limit */
            limit: number;
            /** Load */
            load: number;
            /** Since */
            since: string | null;
            /** State */
            state: string;
        };
        /**
         * Done
         * @description The ticket's new version, and how to take the action back, if it can be.
         */
        Done: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            undo?: components["schemas"]["Undo"] | null;
            /** Version */
            version: number;
        };
        /** Draft */
        Draft: {
            /** Document */
            document: {
                [key: string]: unknown;
            };
        };
        /**
         * Edit
         * @description `set_aside`: what the actor had written and gave up on seeing another's edit (field → value).
         */
        Edit: {
            /** Category */
            category?: string | null;
            /** Complexity */
            complexity?: string | null;
            /** Order Type */
            order_type?: string | null;
            /**
             * Set Aside
             * @default {}
             */
            set_aside: {
                [key: string]: string;
            };
            /** Symptom */
            symptom?: string | null;
            /** Urgency */
            urgency?: string | null;
            /** Wish */
            wish?: string | null;
        };
        /**
         * EffectOut
         * @description `simulated` false = no clock is read by this kind of policy. `over_now`: in time today, over at once.
         *
         *     Counts are of the whole house, `rows` of tickets the reader may open, those moved furthest.
         */
        EffectOut: {
            /**
             * Later
             * @default 0
             */
            later: number;
            /**
             * Over Now
             * @default 0
             */
            over_now: number;
            /**
             * Rows
             * @default []
             */
            rows: components["schemas"]["Moved"][];
            /** Simulated */
            simulated: boolean;
            /**
             * Sooner
             * @default 0
             */
            sooner: number;
            /**
             * Tickets
             * @default 0
             */
            tickets: number;
            /**
             * Tried
             * @default 0
             */
            tried: number;
        };
        /** EngineerBrief */
        EngineerBrief: {
            /** Employee No */
            employee_no: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Level */
            level: string;
            /** Name */
            name: string;
        };
        /**
         * EngineerDetail
         * @description One engineer whole. `home` only for himself and who manages him.
         */
        EngineerDetail: {
            /** Absences */
            absences: components["schemas"]["AbsenceOut"][];
            /** Active */
            active: boolean;
            /** Certificates */
            certificates: components["schemas"]["CertificateOut"][];
            /** Employee No */
            employee_no: string;
            home: components["schemas"]["HomeOut"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            may: components["schemas"]["MayOut"];
            /** Name */
            name: string;
            /** Open Visits */
            open_visits: number;
            /** Outlet */
            outlet: string;
            /**
             * Outlet Id
             * Format: uuid
             */
            outlet_id: string;
            /** Papers */
            papers: components["schemas"]["PaperOut"][];
            /** Partner */
            partner: boolean;
            /** Phone */
            phone: string;
            /** Skills */
            skills: components["schemas"]["SkillOut"][];
            /** Timezone */
            timezone: string;
            today: components["schemas"]["DayOut"];
            /** Travel Mode */
            travel_mode: string;
            /** Username */
            username: string;
            /** Version */
            version: number;
            /** Visits */
            visits: components["schemas"]["VisitOut"][];
        };
        /**
         * EngineerDone
         * @description The engineer after the act, and the token that takes it back, where it can be.
         */
        EngineerDone: {
            engineer: components["schemas"]["EngineerDetail"];
            /** Undo */
            undo?: string | null;
        };
        /** EngineerExport */
        EngineerExport: {
            /**
             * Format
             * @default csv
             */
            format: string;
            /**
             * Left
             * @default false
             */
            left: boolean;
            /** Org */
            org?: string | null;
            /**
             * Papers
             * @default
             * @enum {string}
             */
            papers: "" | "expired" | "soon" | "any";
            /**
             * Q
             * @default
             */
            q: string;
        };
        /**
         * EngineerIn
         * @description `home_address` is read by the offline parser; a `home` point goes before it.
         */
        EngineerIn: {
            /** Employee No */
            employee_no: string;
            home?: components["schemas"]["PointIn"] | null;
            /**
             * Home Address
             * @default
             */
            home_address: string;
            /**
             * Outlet Id
             * Format: uuid
             */
            outlet_id: string;
            /**
             * Travel Mode
             * @default ebike
             */
            travel_mode: string;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /** EngineerOut */
        EngineerOut: {
            /** Active */
            active: boolean;
            /** Certificates */
            certificates: components["schemas"]["CertificateOut"][];
            /** Employee No */
            employee_no: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Open Visits */
            open_visits: number;
            /** Outlet */
            outlet: string;
            /**
             * Outlet Id
             * Format: uuid
             */
            outlet_id: string;
            /** Partner */
            partner: boolean;
            /** Skills */
            skills: components["schemas"]["SkillOut"][];
            today: components["schemas"]["DayOut"];
            /** Travel Mode */
            travel_mode: string;
            /** Version */
            version: number;
        };
        /**
         * EngineerPatch
         * @description What is not sent stays. `home` null, or an empty `home_address`, takes the home away.
         */
        EngineerPatch: {
            /** Employee No */
            employee_no?: string | null;
            home?: components["schemas"]["PointIn"] | null;
            /** Home Address */
            home_address?: string | null;
            /** Outlet Id */
            outlet_id?: string | null;
            /** Travel Mode */
            travel_mode?: string | null;
        };
        /**
         * EngineerQuery
         * @description `org`: a place and all below it. `papers`: who has a certificate that is expired, ends soon, or either.
         */
        EngineerQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Left
             * @default false
             */
            left: boolean;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /** Org */
            org?: string | null;
            /**
             * Papers
             * @default
             * @enum {string}
             */
            papers: "" | "expired" | "soon" | "any";
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Sort
             * @default employee_no
             */
            sort: string;
        };
        /** EnteredOut */
        EnteredOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
        };
        /**
         * Entry
         * @description One line: an event of the ledger, a message the customer reads, or a note of the staff.
         */
        Entry: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            author: components["schemas"]["Author"];
            /** Files */
            files: components["schemas"]["FileLine"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "event" | "message" | "note";
            /** Name */
            name: string;
            /** Text */
            text: string;
            /** Visible */
            visible: string | null;
        };
        /**
         * EraseIn
         * @description `confirm`: the word ERASE, typed; this cannot be taken back.
         */
        EraseIn: {
            /** Asked Through */
            asked_through: string;
            /** Confirm */
            confirm: string;
        };
        /** ErasedOut */
        ErasedOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Done At
             * Format: date-time
             */
            done_at: string;
        };
        /** ExcludedRow */
        ExcludedRow: {
            engineer: components["schemas"]["EngineerBrief"];
            /** Overridable */
            overridable: boolean;
            /** Rule */
            rule: string;
            /** Text */
            text: string;
        };
        /**
         * ExportQuery
         * @description What a list shows, as a file: `format` csv or xlsx.
         */
        ExportQuery: {
            /**
             * Category
             * @default
             */
            category: string;
            /**
             * Format
             * @default csv
             */
            format: string;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state: "active" | "retired" | "all";
        };
        /** FieldVisit */
        FieldVisit: {
            /** Address */
            address: string;
            /** Catalogue */
            catalogue: components["schemas"]["CataloguePart"][];
            /** Causes */
            causes: components["schemas"]["NamedCode"][];
            /** Checklist */
            checklist: components["schemas"]["CheckOut"][];
            clock: components["schemas"]["ClockFace"] | null;
            /** Clocks */
            clocks: components["schemas"]["ClockFace"][];
            contact: components["schemas"]["ContactOut"];
            coverage: components["schemas"]["VisitCoverage"] | null;
            /** Coverage Stage */
            coverage_stage: string | null;
            /** Covered */
            covered: string | null;
            /** Customer */
            customer: string;
            /** Elderly */
            elderly: boolean;
            facts: components["schemas"]["VisitFactsOut"];
            /** Finished At */
            finished_at: string | null;
            /** History */
            history: components["schemas"]["HistoryLine"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Model */
            model: string | null;
            /** Needs */
            needs: string[];
            /** Number */
            number: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order Type */
            order_type: string;
            /** Parts */
            parts: components["schemas"]["UsedPart"][];
            /** Parts At Cost */
            parts_at_cost: boolean;
            /** Priority */
            priority: boolean;
            /** Product */
            product: string | null;
            /** Record Url */
            record_url: string | null;
            /** Second Visit */
            second_visit: boolean;
            /** Serial */
            serial: string | null;
            /** Status */
            status: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            /** Tier */
            tier: string | null;
            /** Travel Km */
            travel_km: number | null;
            /** Travel Min */
            travel_min: number | null;
            /** Version */
            version: number;
            /** Visit Fee */
            visit_fee: string;
            window: components["schemas"]["Span"] | null;
        };
        /**
         * FigureOut
         * @description `value`, `target` and `before` are percent for rates; `good` is None where it cannot be judged.
         *
         *     `before`: the same over as many days just before, `change` the difference; `trend`: one value per day.
         */
        FigureOut: {
            /** Before */
            before: number | null;
            /** Change */
            change: number | null;
            /** Code */
            code: string;
            /** Enough */
            enough: boolean;
            /** Good */
            good: boolean | null;
            /** N */
            n: number;
            /** Name */
            name: string;
            /** Target */
            target: number | null;
            /** Trend */
            trend: (number | null)[];
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
        };
        /**
         * FileLine
         * @description `mime` as sniffed, `name` as cleaned; both empty once the file was erased.
         */
        FileLine: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Mime
             * @default
             */
            mime: string;
            /**
             * Name
             * @default
             */
            name: string;
        };
        /** FileOut */
        FileOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mime */
            mime: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
        };
        /**
         * Filters
         * @description `day`: windows beginning then (UTC day).
         */
        Filters: {
            /**
             * Category
             * @default
             */
            category: string;
            /** Engineer */
            engineer?: string | null;
            /**
             * Order Type
             * @default
             */
            order_type: string;
            /** Org */
            org?: string | null;
            /** Outlet */
            outlet?: string | null;
            /** Since */
            since?: string | null;
            /**
             * Status
             * @default
             */
            status: string;
            /** Ticket */
            ticket?: string | null;
            /** Until */
            until?: string | null;
        };
        /** FittedOut */
        FittedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Model */
            model: string;
        };
        /**
         * ForgottenIn
         * @description A user name or an e-mail address.
         */
        ForgottenIn: {
            /** Who */
            who: string;
        };
        /** HeadOut */
        HeadOut: {
            /** Name */
            name: string;
            /** Needed */
            needed: boolean;
            /** Title */
            title: string;
        };
        /** HeldOut */
        HeldOut: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Hold
             * Format: uuid
             */
            hold: string;
        };
        /** HistoryLine */
        HistoryLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
        };
        /** HistoryOut */
        HistoryOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Case Id */
            case_id: string | null;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
        };
        /** Hold */
        Hold: {
            /**
             * Evidence
             * @default []
             */
            evidence: {
                [key: string]: string;
            }[];
            /**
             * Note
             * @default
             */
            note: string;
            /** Reason */
            reason: string;
        };
        /** HoldIn */
        HoldIn: {
            /** Slot */
            slot: string;
        };
        /**
         * HomeOut
         * @description `accuracy` in metres; none = the exact point.
         */
        HomeOut: {
            /** Accuracy */
            accuracy: number | null;
            /** Area */
            area: string;
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
        };
        /** HouseholdOut */
        HouseholdOut: {
            /** Accuracy */
            accuracy: number | null;
            /** Address */
            address: string;
            /** Area */
            area: string;
            /** Confidence */
            confidence: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Relations */
            relations: string[];
        };
        /** IntervalRow */
        IntervalRow: {
            /** Counted */
            counted: boolean;
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Evidence */
            evidence: string | null;
            /** Seconds */
            seconds: number;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            why: components["schemas"]["Told"];
        };
        /** Into */
        Into: {
            /**
             * Into
             * Format: uuid
             */
            into: string;
        };
        /** KeyIn */
        KeyIn: {
            /**
             * Allow From
             * @default []
             */
            allow_from: string[];
            /**
             * Days
             * @default 90
             */
            days: number;
            /** Name */
            name: string;
            /** Scopes */
            scopes: string[];
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /** KeyOut */
        KeyOut: {
            /** Allow From */
            allow_from: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Prefix */
            prefix: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Scopes */
            scopes: string[];
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /** KindIn */
        KindIn: {
            /** Task */
            task: string;
        };
        /** KindOut */
        KindOut: {
            /** Effective From */
            effective_from: string | null;
            /** Kind */
            kind: string;
            /** Standards */
            standards: number[];
            /** Title */
            title: string;
            /** Versions */
            versions: number;
        };
        /** LastDayIn */
        LastDayIn: {
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
        };
        /** LedgerFilters */
        LedgerFilters: {
            /** Actor */
            actor?: string | null;
            /** Case */
            case?: string | null;
            /**
             * Name
             * @default
             */
            name: string;
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
        };
        /**
         * LedgerRow
         * @description `actor_name`: of a user of the house, else empty: who a customer is stands in the case, not here.
         *     `told`: the payload's codes, texts and numbers in words; of ids those that have a name.
         */
        LedgerRow: {
            /** Actor Id */
            actor_id: string | null;
            /** Actor Kind */
            actor_kind: string;
            /** Actor Name */
            actor_name: string;
            /** Assurance */
            assurance: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Case Seq */
            case_seq: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /** On Behalf Of */
            on_behalf_of: string | null;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /** Position */
            position: number | null;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /** Redacted */
            redacted: string[];
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
            /** Subject Type */
            subject_type: string;
            /** Told */
            told: components["schemas"]["ToldField"][];
        };
        /**
         * LedgerState
         * @description `alarms`: how often too many rows were taken in the last seven days.
         */
        LedgerState: {
            /** Alarms */
            alarms: number;
            /** Anchor Ok */
            anchor_ok: boolean;
            /** Head */
            head: number;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** Sealed At */
            sealed_at: string | null;
            /** Sealed To */
            sealed_to: number;
            /** Waiting */
            waiting: number;
        };
        /** LevelIn */
        LevelIn: {
            /** Level */
            level: number;
        };
        /** Line */
        Line: {
            /** Author */
            author: string;
            /** Files */
            files: components["schemas"]["FileLine"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Text */
            text: string;
        };
        /**
         * LineOut
         * @description `line`: the row as a spreadsheet counts it. `cells` are left out of rows that are the same.
         */
        LineOut: {
            /** Cells */
            cells: {
                [key: string]: string;
            };
            /** Changes */
            changes: components["schemas"]["ChangeOut"][];
            /** Key */
            key: string;
            /** Line */
            line: number;
            /**
             * State
             * @enum {string}
             */
            state: "new" | "changed" | "same" | "wrong";
            /** Wrong */
            wrong: string[];
        };
        /** LinkLine */
        LinkLine: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Number */
            number: string;
            /** Subject */
            subject: string;
        };
        /** LoginIn */
        LoginIn: {
            /**
             * Code
             * @default
             */
            code: string;
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * LookOut
         * @description What a file would do. `unknown`: heads no column is called; `chunk`: rows to send at once.
         */
        LookOut: {
            /** Chunk */
            chunk: number;
            /** Columns */
            columns: components["schemas"]["HeadOut"][];
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Rows */
            rows: components["schemas"]["LineOut"][];
            /** Unknown */
            unknown: string[];
        };
        /** May */
        May: {
            /**
             * Book
             * @default false
             */
            book: boolean;
            /** Cancel */
            cancel: boolean;
            /** Chat */
            chat: boolean;
            /** Press */
            press: boolean;
            /**
             * Rate
             * @default false
             */
            rate: boolean;
            /**
             * Reschedule
             * @default false
             */
            reschedule: boolean;
        };
        /**
         * MayOut
         * @description What the reader may do to this engineer.
         */
        MayOut: {
            /** Certify */
            certify: boolean;
            /** Manage */
            manage: boolean;
            /** Roster */
            roster: boolean;
        };
        /** MeIn */
        MeIn: {
            /** Density */
            density?: string | null;
            /** Lang */
            lang?: string | null;
        };
        /** Meanwhile */
        Meanwhile: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
        };
        /** MergeIn */
        MergeIn: {
            /**
             * Into
             * Format: uuid
             */
            into: string;
        };
        /** MergedOut */
        MergedOut: {
            customer: components["schemas"]["CustomerOut"];
            /** Undo */
            undo: string;
        };
        /** MessageOut */
        MessageOut: {
            /** Body */
            body: string;
            /** Channel */
            channel: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Purpose */
            purpose: string;
            /** Reason */
            reason: string;
            /** Recipient */
            recipient: string;
            /** State */
            state: string;
            /** Subject */
            subject: string;
        };
        /**
         * MfaSetup
         * @description `svg` is a data URI of the QR code of `uri`.
         */
        MfaSetup: {
            /** Secret */
            secret: string;
            /** Svg */
            svg: string;
            /** Uri */
            uri: string;
        };
        /**
         * MoneyLine
         * @description What is not paid yet and what it waits for.
         */
        MoneyLine: {
            /** Amount */
            amount: string;
            /** Frees */
            frees: {
                [key: string]: unknown;
            } | null;
            /** Number */
            number: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Reason */
            reason: {
                [key: string]: unknown;
            };
        };
        /**
         * Move
         * @description What dropping a card on a stage does. `act` None = refused, `why` says why, `missing` what is wanting.
         */
        Move: {
            /** Act */
            act: string | null;
            /** Full */
            full: boolean;
            /** Missing */
            missing: components["schemas"]["Step"][];
            /** Stage */
            stage: string;
            /** Why */
            why: string | null;
        };
        /**
         * Moved
         * @description One running clock that would be due at another time; None = no promise.
         */
        Moved: {
            /** After */
            after: string | null;
            /** Before */
            before: string | null;
            /** Clock */
            clock: string;
            /** Number */
            number: string;
            /**
             * Ticket Id
             * Format: uuid
             */
            ticket_id: string;
        };
        /** Named */
        Named: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** NamedCode */
        NamedCode: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * NewKeyOut
         * @description `token` is shown this once; only its hash is kept.
         */
        NewKeyOut: {
            key: components["schemas"]["KeyOut"];
            /** Token */
            token: string;
        };
        /** NewPasswordIn */
        NewPasswordIn: {
            /** New */
            new: string;
        };
        /**
         * NewRequest
         * @description What a customer tells. Nothing here sets priority, promises or places: those are worked out.
         */
        NewRequest: {
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Category
             * @default
             */
            category: string;
            /**
             * Lang
             * @default
             */
            lang: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Order Type
             * @default repair
             */
            order_type: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Product
             * @default
             */
            product: string;
            /**
             * Qr Token
             * @default
             */
            qr_token: string;
            /** Symptom */
            symptom?: string | null;
            /** Text */
            text: string;
            /** When */
            when?: string | null;
        };
        /**
         * NewTicket
         * @description The agent's form while somebody calls: a known customer, or name and phone.
         */
        NewTicket: {
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Category
             * @default
             */
            category: string;
            /** Customer Id */
            customer_id?: string | null;
            /** Household Id */
            household_id?: string | null;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Order Type
             * @default repair
             */
            order_type: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Product
             * @default
             */
            product: string;
            /**
             * Symptom
             * @default
             */
            symptom: string;
            /** Text */
            text: string;
            /** Unit Id */
            unit_id?: string | null;
            /**
             * When
             * @default
             */
            when: string;
        };
        /**
         * NextTicket
         * @description The ticket whose turn it is, now one's own, and why it is this one.
         */
        NextTicket: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /** Reasons */
            reasons: {
                [key: string]: unknown;
            }[];
            undo: components["schemas"]["Undo"];
        };
        /** NodeOut */
        NodeOut: {
            /** Ages */
            ages: number[];
            /** Figures */
            figures: components["schemas"]["FigureOut"][];
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /**
             * Org Id
             * Format: uuid
             */
            org_id: string;
            /** Parent Id */
            parent_id: string | null;
            /** Partner */
            partner: boolean;
        };
        /** Note */
        Note: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** NotedOut */
        NotedOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Household Id */
            household_id: string | null;
            /** Known */
            known: boolean;
        };
        /** NoticeOut */
        NoticeOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Object Id
             * Format: uuid
             */
            object_id: string;
            /** Object Type */
            object_type: string;
            /** Read At */
            read_at: string | null;
            /** Text */
            text: string;
            /** Urgent */
            urgent: boolean;
        };
        /** OfferIn */
        OfferIn: {
            /**
             * Outlet Id
             * Format: uuid
             */
            outlet_id: string;
            /** Reason */
            reason: string;
        };
        /** OfferLine */
        OfferLine: {
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            /**
             * Offered At
             * Format: date-time
             */
            offered_at: string;
            outlet: components["schemas"]["Named"];
            /** Rank */
            rank: number;
            /** Reasons */
            reasons: {
                [key: string]: unknown;
            }[];
            /** Return Reason */
            return_reason: string;
        };
        /** OpenIn */
        OpenIn: {
            /**
             * Note
             * @default
             */
            note: string;
            /** Order Type */
            order_type?: string | null;
        };
        /** OrderDetail */
        OrderDetail: {
            /** Accuracy */
            accuracy: number | null;
            /** Address */
            address: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Category */
            category: string;
            /** Cause */
            cause: string;
            clock: components["schemas"]["ClockFace"] | null;
            /** Clocks */
            clocks: components["schemas"]["ClockFace"][];
            /** Contacts */
            contacts: components["schemas"]["CallLine"][];
            customer: components["schemas"]["CustomerBrief"];
            engineer: components["schemas"]["Named"] | null;
            /** High End */
            high_end: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Note */
            note: string;
            /** Number */
            number: string;
            /** Offered At */
            offered_at: string | null;
            /** Offers */
            offers: components["schemas"]["OfferLine"][];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Order Type */
            order_type: string;
            outlet: components["schemas"]["Named"] | null;
            /** Product */
            product: string | null;
            /** Status */
            status: string;
            ticket: components["schemas"]["TicketBrief"];
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
            /** Visits */
            visits: components["schemas"]["VisitLine"][];
            /** Window End */
            window_end: string | null;
            /** Window Start */
            window_start: string | null;
        };
        /**
         * OrderDone
         * @description The order's new version, and how to take the step back, if it can be.
         */
        OrderDone: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Status */
            status: string;
            undo?: components["schemas"]["Undo"] | null;
            /** Version */
            version: number;
        };
        /**
         * OrderRow
         * @description One line of a list; `accuracy` in metres around the place, None where it is unknown.
         */
        OrderRow: {
            /** Accuracy */
            accuracy: number | null;
            /** Address */
            address: string;
            /** Category */
            category: string;
            clock: components["schemas"]["ClockFace"] | null;
            customer: components["schemas"]["CustomerBrief"];
            engineer: components["schemas"]["Named"] | null;
            /** High End */
            high_end: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /** Offered At */
            offered_at: string | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Order Type */
            order_type: string;
            outlet: components["schemas"]["Named"] | null;
            /** Product */
            product: string | null;
            /** Status */
            status: string;
            ticket: components["schemas"]["TicketBrief"];
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
            /** Window End */
            window_end: string | null;
            /** Window Start */
            window_start: string | null;
        };
        /** OrgIn */
        OrgIn: {
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
            /** Name */
            name: string;
            /** Own Planning */
            own_planning?: boolean | null;
            /**
             * Parent Id
             * Format: uuid
             */
            parent_id: string;
            /**
             * Partner
             * @default false
             */
            partner: boolean;
            /**
             * Place
             * @default
             */
            place: string;
            /**
             * Timezone
             * @default Asia/Shanghai
             */
            timezone: string;
        };
        /** OrgOut */
        OrgOut: {
            /** Active */
            active: boolean;
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Name */
            name: string;
            /** Own Planning */
            own_planning: boolean;
            /** Parent Id */
            parent_id: string | null;
            /** Partner */
            partner: boolean;
            /** Place */
            place: string;
            /** Timezone */
            timezone: string;
            /** Version */
            version: number;
        };
        /**
         * OrgPatch
         * @description What is not sent stays. `active` false closes the place.
         */
        OrgPatch: {
            /** Active */
            active?: boolean | null;
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
            /** Name */
            name?: string | null;
            /** Own Planning */
            own_planning?: boolean | null;
            /** Partner */
            partner?: boolean | null;
            /** Place */
            place?: string | null;
            /** Timezone */
            timezone?: string | null;
        };
        /** Other */
        Other: {
            /**
             * Kind
             * @default related
             */
            kind: string;
            /**
             * Other Id
             * Format: uuid
             */
            other_id: string;
        };
        /**
         * OutletOut
         * @description `used` of today's `quota` of orders; no quota = no limit.
         */
        OutletOut: {
            /** Id */
            id: string | null;
            /** Name */
            name: string;
            /** Quota */
            quota: number | null;
            /** Used */
            used: number;
        };
        /** OutletRow */
        OutletRow: {
            /** Full */
            full: boolean;
            /** Name */
            name: string;
            /**
             * Outlet Id
             * Format: uuid
             */
            outlet_id: string;
            /** Partner */
            partner: boolean;
            /** Quota */
            quota: number | null;
            /** Rank */
            rank: number;
            /** Reasons */
            reasons: {
                [key: string]: unknown;
            }[];
            /** Used */
            used: number;
        };
        /** Page[AuthorisationOut] */
        Page_AuthorisationOut_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["AuthorisationOut"][];
            /** Next */
            next: string | null;
        };
        /** Page[CaseOut] */
        Page_CaseOut_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["CaseOut"][];
            /** Next */
            next: string | null;
        };
        /** Page[CustomerRow] */
        Page_CustomerRow_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["CustomerRow"][];
            /** Next */
            next: string | null;
        };
        /** Page[DeadJob] */
        Page_DeadJob_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["DeadJob"][];
            /** Next */
            next: string | null;
        };
        /** Page[EngineerOut] */
        Page_EngineerOut_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["EngineerOut"][];
            /** Next */
            next: string | null;
        };
        /** Page[LedgerRow] */
        Page_LedgerRow_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["LedgerRow"][];
            /** Next */
            next: string | null;
        };
        /** Page[NoticeOut] */
        Page_NoticeOut_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["NoticeOut"][];
            /** Next */
            next: string | null;
        };
        /** Page[OrderRow] */
        Page_OrderRow_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["OrderRow"][];
            /** Next */
            next: string | null;
        };
        /** Page[PartOut] */
        Page_PartOut_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["PartOut"][];
            /** Next */
            next: string | null;
        };
        /** Page[ProductOut] */
        Page_ProductOut_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["ProductOut"][];
            /** Next */
            next: string | null;
        };
        /** Page[QueueRow] */
        Page_QueueRow_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["QueueRow"][];
            /** Next */
            next: string | null;
        };
        /** Page[ReviewRow] */
        Page_ReviewRow_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["ReviewRow"][];
            /** Next */
            next: string | null;
        };
        /** Page[RevisitRow] */
        Page_RevisitRow_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["RevisitRow"][];
            /** Next */
            next: string | null;
        };
        /** Page[RosterRow] */
        Page_RosterRow_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["RosterRow"][];
            /** Next */
            next: string | null;
        };
        /** Page[ServiceOut] */
        Page_ServiceOut_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["ServiceOut"][];
            /** Next */
            next: string | null;
        };
        /** Page[StaffOut] */
        Page_StaffOut_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["StaffOut"][];
            /** Next */
            next: string | null;
        };
        /** Page[TicketRow] */
        Page_TicketRow_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["TicketRow"][];
            /** Next */
            next: string | null;
        };
        /** Page[UnitRow] */
        Page_UnitRow_: {
            /** Count */
            count: number;
            /** Count Exact */
            count_exact: boolean;
            /** Items */
            items: components["schemas"]["UnitRow"][];
            /** Next */
            next: string | null;
        };
        /**
         * PaperOut
         * @description A certificate whole. `number` is empty for who may not certify.
         */
        PaperOut: {
            /** Ended */
            ended: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
        };
        /** PartDetail */
        PartDetail: {
            /** Active */
            active: boolean;
            /** Category */
            category: string;
            /** Code */
            code: string;
            /** Cost */
            cost: string | null;
            /** Fits */
            fits: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Price */
            price: string;
            /** Products */
            products: components["schemas"]["FittedOut"][];
            /** Returnable */
            returnable: boolean;
            /** Version */
            version: number;
        };
        /** PartIn */
        PartIn: {
            /** Category */
            category: string;
            /** Code */
            code: string;
            /** Cost */
            cost?: number | string | null;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Price */
            price: number | string;
            /**
             * Products
             * @default []
             */
            products: string[];
            /**
             * Returnable
             * @default false
             */
            returnable: boolean;
        };
        /**
         * PartOut
         * @description `cost` in CNY: None where it is not known, or not for this reader. `fits`: how many products.
         */
        PartOut: {
            /** Active */
            active: boolean;
            /** Category */
            category: string;
            /** Code */
            code: string;
            /** Cost */
            cost: string | null;
            /** Fits */
            fits: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Price */
            price: string;
            /** Returnable */
            returnable: boolean;
            /** Version */
            version: number;
        };
        /**
         * PartPatch
         * @description `products`: all the part fits, where given.
         */
        PartPatch: {
            /** Active */
            active?: boolean | null;
            /** Category */
            category?: string | null;
            /** Cost */
            cost?: number | string | null;
            /** Name En */
            name_en?: string | null;
            /** Name Zh */
            name_zh?: string | null;
            /** Price */
            price?: number | string | null;
            /** Products */
            products?: string[] | null;
            /** Returnable */
            returnable?: boolean | null;
        };
        /** PartQuery */
        PartQuery: {
            /**
             * Category
             * @default
             */
            category: string;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /** Product */
            product?: string | null;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Sort
             * @default code
             */
            sort: string;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state: "active" | "retired" | "all";
        };
        /** PasswordIn */
        PasswordIn: {
            /** New */
            new: string;
            /** Old */
            old: string;
        };
        /** PauseRow */
        PauseRow: {
            /** Accepted */
            accepted: boolean;
            /** Author */
            author: string | null;
            /** Cap At */
            cap_at: string | null;
            /** Evidence */
            evidence: {
                [key: string]: string;
            }[];
            /** Id */
            id: string;
            /** Reason */
            reason: string;
            /** Reason Name */
            reason_name: string;
            /** Rejected Because */
            rejected_because: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Until */
            until: string | null;
        };
        /** PhoneIn */
        PhoneIn: {
            /** Phone */
            phone: string;
        };
        /**
         * PlannedOut
         * @description Shifts written or taken away, those that stood on the days before, and the open visits that no shift holds
         *     then: they stand as they were.
         */
        PlannedOut: {
            /** Engineers */
            engineers: number;
            /** Outside */
            outside: components["schemas"]["VisitOut"][];
            /** Replaced */
            replaced: number;
            /** Shifts */
            shifts: number;
            /** Undo */
            undo: string | null;
        };
        /** PointIn */
        PointIn: {
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
        };
        /** PolicyIn */
        PolicyIn: {
            /** Document */
            document: {
                [key: string]: unknown;
            };
            /** Effective From */
            effective_from?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Scope
             * @default {}
             */
            scope: {
                [key: string]: string;
            };
        };
        /**
         * PolicyOut
         * @description `shape` is the JSON Schema of the document, `used_in` what reads it; the version that binds is first.
         */
        PolicyOut: {
            /** Current */
            current: {
                [key: string]: unknown;
            };
            /** Kind */
            kind: string;
            /** Shape */
            shape: {
                [key: string]: unknown;
            };
            /** Standards */
            standards: number[];
            /** Title */
            title: string;
            /** Used In */
            used_in: string[];
            /** Versions */
            versions: components["schemas"]["VersionOut"][];
        };
        /** PopUpOut */
        PopUpOut: {
            /** Customers */
            customers: components["schemas"]["CustomerRow"][];
            /** Households */
            households: components["schemas"]["HouseholdOut"][];
            /** Sections */
            sections: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        /** PopUpQuery */
        PopUpQuery: {
            /** Phone */
            phone: string;
        };
        /** PresenceIn */
        PresenceIn: {
            /** State */
            state: string;
        };
        /** Pressed */
        Pressed: {
            /** Presses */
            presses: number;
            /** Told */
            told: string;
        };
        /** ProductIn */
        ProductIn: {
            /** Category */
            category: string;
            /**
             * High End
             * @default false
             */
            high_end: boolean;
            /** Model */
            model: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /**
             * Parts Warranty
             * @default {}
             */
            parts_warranty: {
                [key: string]: number;
            };
            /** Sold From */
            sold_from?: string | null;
            /** Warranty Months */
            warranty_months: number;
        };
        /**
         * ProductOut
         * @description `parts_warranty`: part code → months, where longer than `warranty_months`.
         */
        ProductOut: {
            /** Active */
            active: boolean;
            /** Category */
            category: string;
            /** High End */
            high_end: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Model */
            model: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Parts Warranty */
            parts_warranty: {
                [key: string]: number;
            };
            /** Sold From */
            sold_from: string | null;
            /** Version */
            version: number;
            /** Warranty Months */
            warranty_months: number;
        };
        /** ProductPatch */
        ProductPatch: {
            /** Active */
            active?: boolean | null;
            /** Category */
            category?: string | null;
            /** High End */
            high_end?: boolean | null;
            /** Name En */
            name_en?: string | null;
            /** Name Zh */
            name_zh?: string | null;
            /** Parts Warranty */
            parts_warranty?: {
                [key: string]: number;
            } | null;
            /** Sold From */
            sold_from?: string | null;
            /** Warranty Months */
            warranty_months?: number | null;
        };
        /** ProductQuery */
        ProductQuery: {
            /**
             * Category
             * @default
             */
            category: string;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Sort
             * @default model
             */
            sort: string;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state: "active" | "retired" | "all";
        };
        /** PromiseLine */
        PromiseLine: {
            /** By */
            by: string;
            /**
             * By When
             * Format: date-time
             */
            by_when: string;
            /** Clock */
            clock: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kept */
            kept: boolean | null;
            /** Source */
            source: string;
            /**
             * Told At
             * Format: date-time
             */
            told_at: string;
            /** What */
            what: string;
        };
        /**
         * PromiseRow
         * @description One promise considered. `value` = minutes allowed, None for an instant.
         */
        PromiseRow: {
            /** Binds */
            binds: boolean;
            /** Due At */
            due_at: string | null;
            /** Key */
            key: string;
            /** Minutes */
            minutes: number | null;
            reason: components["schemas"]["Told"];
            /** Said */
            said: string;
            /** Source */
            source: string;
            /** Source Name */
            source_name: string;
            /** Told */
            told: boolean;
            /** Value */
            value: string | null;
        };
        /**
         * Proof
         * @description A record's link: its chain, the one before, and the seal that first covers it.
         */
        Proof: {
            /** Before */
            before: string;
            /** Chain */
            chain: string;
            /** Position */
            position: number;
            /** Seal Chain */
            seal_chain: string | null;
            /** Sealed At */
            sealed_at: string | null;
            /** Sealed By */
            sealed_by: number | null;
        };
        /** PurposeQuery */
        PurposeQuery: {
            /** Purpose */
            purpose: string;
        };
        /** QueueExport */
        QueueExport: {
            /**
             * Format
             * @default csv
             */
            format: string;
            /**
             * Q
             * @default
             */
            q: string;
        };
        /** QueueIn */
        QueueIn: {
            /** Code */
            code: string;
            /**
             * Language
             * @default
             * @enum {string}
             */
            language: "" | "zh" | "en";
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /**
             * Org Id
             * Format: uuid
             */
            org_id: string;
            /**
             * Position
             * @default 100
             */
            position: number;
            /**
             * Role
             * @default agent
             */
            role: string;
            /**
             * Skills
             * @default []
             */
            skills: string[];
        };
        /** QueueOut */
        QueueOut: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Oldest */
            oldest: string | null;
            /** Waiting */
            waiting: number;
        };
        /** QueuePatch */
        QueuePatch: {
            /** Active */
            active?: boolean | null;
            /** Language */
            language?: ("" | "zh" | "en") | null;
            /** Name En */
            name_en?: string | null;
            /** Name Zh */
            name_zh?: string | null;
            /** Org Id */
            org_id?: string | null;
            /** Position */
            position?: number | null;
            /** Role */
            role?: string | null;
            /** Skills */
            skills?: string[] | null;
        };
        /** QueueQuery */
        QueueQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Sort
             * @default code
             */
            sort: string;
        };
        /**
         * QueueRow
         * @description A queue as its keepers see it: empty `skills` = every category, empty `language` = every one.
         */
        QueueRow: {
            /** Active */
            active: boolean;
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Language */
            language: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Org */
            org: string;
            /**
             * Org Id
             * Format: uuid
             */
            org_id: string;
            /** Position */
            position: number;
            /** Role */
            role: string;
            /** Skills */
            skills: string[];
            /** Version */
            version: number;
            /** Waiting */
            waiting: number;
        };
        /** Rated */
        Rated: {
            /** Reopened */
            reopened: boolean;
            /** Solved */
            solved: boolean;
            /** Ticket Number */
            ticket_number: string;
        };
        /**
         * RatingOut
         * @description What the rating page shows before it asks.
         */
        RatingOut: {
            /** Answered */
            answered: boolean;
            /** Completed At */
            completed_at: string | null;
            /** Csat */
            csat: number | null;
            /** Engineer */
            engineer: string;
            /** Name */
            name: string;
            /** Solved */
            solved: boolean | null;
            /** Subject */
            subject: string;
            /** Ticket Number */
            ticket_number: string;
        };
        /** RecoveryCodes */
        RecoveryCodes: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /** RefusedLine */
        RefusedLine: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /** Text */
            text: string;
        };
        /** Rejection */
        Rejection: {
            /** Because */
            because: string;
        };
        /** Remote */
        Remote: {
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Solved
             * @default false
             */
            solved: boolean;
        };
        /**
         * ReportOut
         * @description `nodes[0]` is the chosen place, the rest its children; `path` leads from the top the reader may see.
         *     `before_start` to `before_end`: the period all is compared with.
         *
         *     `company`: the whole company's values by measure, where it has enough cases. `ages`: open work of each node
         *     under 1, to 3, to 7 days, older.
         */
        ReportOut: {
            /**
             * Before End
             * Format: date
             */
            before_end: string;
            /**
             * Before Start
             * Format: date
             */
            before_start: string;
            /** Clocks */
            clocks: components["schemas"]["ClockOut"][];
            /** Company */
            company: {
                [key: string]: number;
            };
            /**
             * End
             * Format: date
             */
            end: string;
            /** Nodes */
            nodes: components["schemas"]["NodeOut"][];
            /** Path */
            path: {
                [key: string]: string;
            }[];
            /**
             * Start
             * Format: date
             */
            start: string;
        };
        /**
         * ReportSpan
         * @description Days, both counted; the last 14 by default. `order_type` narrows to tickets of that type.
         */
        ReportSpan: {
            /** End */
            end?: string | null;
            /**
             * Order Type
             * @default
             */
            order_type: string;
            /** Org */
            org?: string | null;
            /** Start */
            start?: string | null;
        };
        /**
         * RequestAnswer
         * @description `tracking_url` is empty when the request joined a ticket this person has not proved to be theirs.
         */
        RequestAnswer: {
            /** Joined */
            joined: boolean;
            /** Safety Card */
            safety_card: {
                [key: string]: unknown;
            } | null;
            /** Ticket Number */
            ticket_number: string;
            /** Tracking Url */
            tracking_url: string;
        };
        /** Resume */
        Resume: {
            /** Reason */
            reason: string;
        };
        /** ReturnIn */
        ReturnIn: {
            /**
             * Note
             * @default
             */
            note: string;
            /** Reason */
            reason: string;
        };
        /**
         * ReviewOut
         * @description `facts`: what the rules looked at; `photos`: how many pictures the visit has.
         */
        ReviewOut: {
            /** Arrived At */
            arrived_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Decided At */
            decided_at: string | null;
            /** Distance M */
            distance_m: number | null;
            /**
             * Engineer Id
             * Format: uuid
             */
            engineer_id: string;
            /** Finished At */
            finished_at: string | null;
            /** Hits */
            hits: {
                [key: string]: unknown;
            }[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Note */
            note: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order Number */
            order_number: string;
            /** Org */
            org: string;
            /** Photos */
            photos: number;
            /** Place Accuracy M */
            place_accuracy_m: number | null;
            /** Scan Match */
            scan_match: boolean | null;
            /** Scanned Serial */
            scanned_serial: string;
            /** Signed */
            signed: boolean;
            /** State */
            state: string;
            /**
             * Ticket Id
             * Format: uuid
             */
            ticket_id: string;
            /** Version */
            version: number;
        };
        /** ReviewRow */
        ReviewRow: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Decided At */
            decided_at: string | null;
            /** Hits */
            hits: {
                [key: string]: unknown;
            }[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order Number */
            order_number: string;
            /** Org */
            org: string;
            /** State */
            state: string;
            /**
             * Ticket Id
             * Format: uuid
             */
            ticket_id: string;
            /** Version */
            version: number;
        };
        /** RevisitRow */
        RevisitRow: {
            /** Answered At */
            answered_at: string | null;
            /** Attempts */
            attempts: number;
            /** Attempts Most */
            attempts_most: number;
            /** Call */
            call: {
                [key: string]: unknown;
            }[];
            /** Comment */
            comment: string;
            /** Csat */
            csat: number | null;
            /** Customer */
            customer: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Org */
            org: string;
            /** Paid */
            paid: string | null;
            /** Phone */
            phone: string;
            /**
             * Purpose
             * @enum {string}
             */
            purpose: "solved" | "major" | "purchase";
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Solved */
            solved: boolean | null;
            /** State */
            state: string;
            /**
             * Ticket Id
             * Format: uuid
             */
            ticket_id: string;
            /** Ticket Number */
            ticket_number: string;
        };
        /** Revived */
        Revived: {
            /** Revived */
            revived: number;
        };
        /** RoleIn */
        RoleIn: {
            /**
             * Org Id
             * Format: uuid
             */
            org_id: string;
            /** Role */
            role: string;
        };
        /** RoleOut */
        RoleOut: {
            /**
             * Org Id
             * Format: uuid
             */
            org_id: string;
            /** Org Name */
            org_name: string;
            /** Role */
            role: string;
        };
        /**
         * RosterQuery
         * @description `days` days from `first`, of one `engineer` or of those of a place.
         */
        RosterQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Days
             * @default 14
             */
            days: number;
            /** Engineer */
            engineer?: string | null;
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /** Org */
            org?: string | null;
            /**
             * Q
             * @default
             */
            q: string;
        };
        /** RosterRow */
        RosterRow: {
            /** Days */
            days: components["schemas"]["CrewDayOut"][];
            /** Employee No */
            employee_no: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Outlet */
            outlet: string;
        };
        /** RoutingOut */
        RoutingOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Name */
            name: string;
            /** Reasons */
            reasons: {
                [key: string]: unknown;
            }[];
            /** User Id */
            user_id: string | null;
        };
        /** RowIn */
        RowIn: {
            /** Cells */
            cells: {
                [key: string]: string;
            };
            /** Line */
            line: number;
        };
        /** RungRow */
        RungRow: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Fired */
            fired: boolean;
            /** Key */
            key: string;
            /** Share */
            share: number | null;
            /** Who */
            who: string;
        };
        /** Said */
        Said: {
            /**
             * Files
             * @default []
             */
            files: string[];
            /** Text */
            text: string;
        };
        /** Scanned */
        Scanned: {
            /** Match */
            match: boolean | null;
            /** Serial */
            serial: string;
        };
        /**
         * ScannedOut
         * @description What a code tells anybody: the machine, never its owner.
         */
        ScannedOut: {
            /** Category */
            category: string;
            /** Category Name */
            category_name: string;
            coverage: components["schemas"]["CoverageOut"];
            /** Hazard */
            hazard: string;
            /** Installed Month */
            installed_month: string | null;
            /** Model */
            model: string;
            /** Product Name */
            product_name: string;
            /** Serial Last4 */
            serial_last4: string;
            /** Symptoms */
            symptoms: components["schemas"]["SymptomOut"][];
        };
        /** Second */
        Second: {
            /**
             * Symptom
             * @default unknown
             */
            symptom: string;
            /** Text */
            text: string;
        };
        /** SecondFactorIn */
        SecondFactorIn: {
            /** Code */
            code: string;
        };
        /** ServiceIn */
        ServiceIn: {
            /** Category */
            category?: string | null;
            /** Code */
            code: string;
            /** Minutes */
            minutes: number;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Order Type */
            order_type: string;
            /** Price */
            price: number | string;
        };
        /**
         * ServiceOut
         * @description `category` None: for every one; `price` in CNY, `minutes` of work on site.
         */
        ServiceOut: {
            /** Active */
            active: boolean;
            /** Category */
            category: string | null;
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Minutes */
            minutes: number;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Order Type */
            order_type: string;
            /** Price */
            price: string;
            /** Version */
            version: number;
        };
        /** ServicePatch */
        ServicePatch: {
            /** Active */
            active?: boolean | null;
            /** Category */
            category?: string | null;
            /** Minutes */
            minutes?: number | null;
            /** Name En */
            name_en?: string | null;
            /** Name Zh */
            name_zh?: string | null;
            /** Order Type */
            order_type?: string | null;
            /** Price */
            price?: number | string | null;
        };
        /** ServiceQuery */
        ServiceQuery: {
            /**
             * Category
             * @default
             */
            category: string;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /**
             * Order Type
             * @default
             */
            order_type: string;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Sort
             * @default code
             */
            sort: string;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state: "active" | "retired" | "all";
        };
        /** SessionCustomer */
        SessionCustomer: {
            /** Assurance */
            assurance: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * SessionOut
         * @description `mfa_required`: a log-in by this browser gave the right password and waits for the second factor.
         *
         *     `openid`: the name of the provider by which staff may log in here too. `brand`: whose service this is; with
         *     `time_zone`, the brand's own, empty before the house is founded.
         */
        SessionOut: {
            /** Brand */
            brand: string;
            /** Clock Rate */
            clock_rate: number;
            /** Csrf */
            csrf: string;
            customer: components["schemas"]["SessionCustomer"] | null;
            demo: components["schemas"]["Demo"] | null;
            /** Mfa Required */
            mfa_required: boolean;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** Openid */
            openid?: string | null;
            /** Time Zone */
            time_zone: string;
            user: components["schemas"]["UserOut"] | null;
            /** Verbs */
            verbs: string[];
        };
        /** ShiftOut */
        ShiftOut: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Lunch End */
            lunch_end: string | null;
            /** Lunch Start */
            lunch_start: string | null;
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /**
         * ShiftsIn
         * @description Hours by the clock on the outlet's wall.
         */
        ShiftsIn: {
            /**
             * Check
             * @default false
             */
            check: boolean;
            /**
             * End
             * Format: time
             */
            end: string;
            /** Engineer Ids */
            engineer_ids: string[];
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Lunch End */
            lunch_end?: string | null;
            /** Lunch Start */
            lunch_start?: string | null;
            /**
             * Start
             * Format: time
             */
            start: string;
            /** Weekdays */
            weekdays: number[];
        };
        /** SimilarRow */
        SimilarRow: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Outcome */
            outcome: string | null;
            /** Status */
            status: string;
            /** Subject */
            subject: string;
        };
        /** SkillOut */
        SkillOut: {
            /** Category */
            category: string;
            /** Level */
            level: number;
        };
        /**
         * SlotOut
         * @description `id` names the window; `left`: engineers who could come then; `best`: one of the few to tell first.
         */
        SlotOut: {
            /** Best */
            best: boolean;
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Engineer */
            engineer: string | null;
            /** Id */
            id: string;
            /** Known */
            known: boolean;
            /** Left */
            left: number;
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /** Solution */
        Solution: {
            /**
             * How
             * @default remote
             */
            how: string;
        };
        /** Span */
        Span: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /** StaffExport */
        StaffExport: {
            /**
             * Format
             * @default csv
             */
            format: string;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Role
             * @default
             */
            role: string;
        };
        /** StaffIn */
        StaffIn: {
            /**
             * Email
             * @default
             */
            email: string;
            /**
             * Lang
             * @default zh
             */
            lang: string;
            /** Name */
            name: string;
            /** Password */
            password?: string | null;
            /**
             * Phone
             * @default
             */
            phone: string;
            /** Username */
            username: string;
        };
        /** StaffOut */
        StaffOut: {
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Active */
            is_active: boolean;
            /** Lang */
            lang: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Username */
            username: string;
            /** Version */
            version: number;
        };
        /** StaffPatch */
        StaffPatch: {
            /** Email */
            email?: string | null;
            /** Is Active */
            is_active?: boolean | null;
            /** Lang */
            lang?: string | null;
            /** Name */
            name?: string | null;
            /** Phone */
            phone?: string | null;
        };
        /** StaffQuery */
        StaffQuery: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Role
             * @default
             */
            role: string;
            /**
             * Sort
             * @default username
             */
            sort: string;
        };
        /** StageBrief */
        StageBrief: {
            /** Code */
            code: string;
            /** Index */
            index: number;
            /** Late */
            late: boolean;
            /** Name */
            name: string;
            /** Since */
            since: string | null;
        };
        /** StageStop */
        StageStop: {
            /** At */
            at: string | null;
            /** Code */
            code: string;
            /** Late */
            late: boolean;
            /** Name */
            name: string;
            /** State */
            state: string;
        };
        /**
         * Step
         * @description A fact between a card and a stage. `of_order`: the outlet or the engineer makes it so.
         */
        Step: {
            /** Check */
            check: string;
            /** Name */
            name: string;
            /** Of Order */
            of_order: boolean;
        };
        /** Stop */
        Stop: {
            /** At */
            at: string | null;
            /** Code */
            code: string;
            /** Late */
            late: boolean;
            /** Name */
            name: string;
            /** State */
            state: string;
        };
        /** SymptomOut */
        SymptomOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** TakenOut */
        TakenOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Reason */
            reason: {
                [key: string]: unknown;
            } | null;
            /** State */
            state: string;
            /** Theirs */
            theirs: components["schemas"]["Meanwhile"][];
        };
        /** TakenOver */
        TakenOver: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Wrong */
            wrong: components["schemas"]["LineOut"][];
        };
        /** TermOut */
        TermOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** TermRow */
        TermRow: {
            /**
             * Active
             * @default true
             */
            active: boolean;
            /** Code */
            code: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
        };
        /**
         * TermsIn
         * @description In the order to be shown; what is left out is retired.
         */
        TermsIn: {
            /** Terms */
            terms: components["schemas"]["TermRow"][];
        };
        /** TicketBrief */
        TicketBrief: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /** Subject */
            subject: string;
        };
        /**
         * TicketDetail
         * @description All of one ticket; `orders` is told by the domain above that knows them.
         */
        TicketDetail: {
            assignee: components["schemas"]["Named"] | null;
            /** Blocked */
            blocked: string | null;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Category */
            category: string;
            /** Channel */
            channel: string;
            clock: components["schemas"]["ClockFace"] | null;
            /** Clocks */
            clocks: components["schemas"]["ClockFace"][];
            /** Closed At */
            closed_at: string | null;
            /** Complexity */
            complexity: string;
            /** Contacts */
            contacts: components["schemas"]["ContactLine"][];
            /** Coverage */
            coverage: {
                [key: string]: unknown;
            } | null;
            customer: components["schemas"]["CustomerBrief"];
            /** Danger */
            danger: string | null;
            /** Household */
            household: {
                [key: string]: unknown;
            } | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Links */
            links: components["schemas"]["LinkLine"][];
            /** May */
            may: string[];
            /** Merged Into */
            merged_into: string | null;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Order Type */
            order_type: string;
            /** Orders */
            orders: {
                [key: string]: unknown;
            }[];
            org: components["schemas"]["Named"];
            /** Phone */
            phone: string | null;
            /** Presses */
            presses: number;
            /** Product */
            product: string | null;
            /** Promises */
            promises: components["schemas"]["PromiseLine"][];
            /** Queue */
            queue: string;
            /** Safety Card */
            safety_card: {
                [key: string]: unknown;
            } | null;
            /** Solved How */
            solved_how: string;
            stage: components["schemas"]["StageBrief"];
            /** Stages */
            stages: components["schemas"]["StageStop"][];
            /** Status */
            status: string;
            /** Subject */
            subject: string;
            /** Symptom */
            symptom: string;
            /** Text */
            text: string;
            unit: components["schemas"]["UnitBrief"] | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Urgency */
            urgency: string;
            /** Version */
            version: number;
            video: components["schemas"]["VideoBrief"] | null;
            /** Wish */
            wish: string;
        };
        /**
         * TicketFilters
         * @description What a list is narrowed by; `sort` one of updated_at, opened_at, due, number, presses, `-` turns it round.
         */
        TicketFilters: {
            /** Assignee */
            assignee?: string | null;
            /**
             * Category
             * @default
             */
            category: string;
            /**
             * Channel
             * @default
             */
            channel: string;
            /**
             * Clock
             * @default
             */
            clock: string;
            /** Cursor */
            cursor?: string | null;
            /** Customer */
            customer?: string | null;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /**
             * Order Type
             * @default
             */
            order_type: string;
            /** Org */
            org?: string | null;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Sort
             * @default -updated_at
             */
            sort: string;
            /**
             * Stage
             * @default
             */
            stage: string;
            /**
             * Status
             * @default
             */
            status: string;
            /**
             * Tier
             * @default
             */
            tier: string;
            /**
             * Urgency
             * @default
             */
            urgency: string;
            /**
             * View
             * @default
             */
            view: string;
        };
        /**
         * TicketOpened
         * @description What became of a call: the ticket to go to, joined if the same problem was open already.
         */
        TicketOpened: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Joined */
            joined: boolean;
            /** Number */
            number: string;
            /** Safety Card */
            safety_card: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * TicketRow
         * @description One line of a list. `danger` and `blocked` are codes, None when there is nothing.
         */
        TicketRow: {
            assignee: components["schemas"]["Named"] | null;
            /** Blocked */
            blocked: string | null;
            /** Category */
            category: string;
            /** Channel */
            channel: string;
            clock: components["schemas"]["ClockFace"] | null;
            /** Complexity */
            complexity: string;
            customer: components["schemas"]["CustomerBrief"];
            /** Danger */
            danger: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Order Type */
            order_type: string;
            org: components["schemas"]["Named"];
            /** Presses */
            presses: number;
            /** Product */
            product: string | null;
            stage: components["schemas"]["StageBrief"];
            /** Status */
            status: string;
            /** Subject */
            subject: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Urgency */
            urgency: string;
            /** Version */
            version: number;
        };
        /** Today */
        Today: {
            /** Date */
            date: string;
            engineer: components["schemas"]["VisitEngineer"];
            shift: components["schemas"]["ShiftOut"] | null;
            /** Visits */
            visits: components["schemas"]["DayStop"][];
        };
        /** Told */
        Told: {
            /** Code */
            code: string;
            /** Text */
            text: string;
        };
        /**
         * ToldField
         * @description A field of the payload in the reader's words; `raw` as recorded, where that is another.
         */
        ToldField: {
            /** Label */
            label: string;
            /** Name */
            name: string;
            /**
             * Raw
             * @default
             */
            raw: string;
            /** Value */
            value: string;
        };
        /**
         * Tracking
         * @description One case for its customer. What fieldwork and feedback know is empty until they provide it.
         */
        Tracking: {
            /** Coverage */
            coverage: {
                [key: string]: unknown;
            } | null;
            /** Elderly */
            elderly: boolean;
            /** Engineer */
            engineer?: {
                [key: string]: unknown;
            } | null;
            /** Fee */
            fee: {
                [key: string]: string;
            } | null;
            /** Headline */
            headline: {
                [key: string]: unknown;
            };
            /** Last Leg */
            last_leg?: {
                [key: string]: unknown;
            } | null;
            may: components["schemas"]["May"];
            /** Messages */
            messages: components["schemas"]["Line"][];
            /** Number */
            number: string;
            /** Phone Masked */
            phone_masked: string | null;
            /** Place */
            place: string;
            /** Presses */
            presses: number;
            /** Rate Url */
            rate_url?: string | null;
            /** Record Url */
            record_url?: string | null;
            /** Reschedules Left */
            reschedules_left?: number | null;
            /** Safety Card */
            safety_card: {
                [key: string]: unknown;
            } | null;
            /** Stages */
            stages: components["schemas"]["Stop"][];
            /** Subject */
            subject: string;
            /** Verified */
            verified: boolean;
            /** Video Url */
            video_url?: string | null;
            /** Window */
            window?: {
                [key: string]: unknown;
            } | null;
        };
        /** Transfer */
        Transfer: {
            /**
             * Org Id
             * Format: uuid
             */
            org_id: string;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** Undo */
        Undo: {
            /**
             * Seconds
             * @default 60
             */
            seconds: number;
            /** Token */
            token: string;
        };
        /** Undone */
        Undone: {
            /** Kind */
            kind: string;
            /** Text */
            text: string;
        };
        /** UnitBrief */
        UnitBrief: {
            /** Category */
            category: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Installed On */
            installed_on: string | null;
            /** Model */
            model: string;
            /** Product */
            product: string;
            /** Room */
            room: string;
            /** Serial */
            serial: string;
            /** Warranty Until */
            warranty_until: string | null;
        };
        /** UnitIn */
        UnitIn: {
            /** Bought On */
            bought_on?: string | null;
            /**
             * Contract
             * @default
             */
            contract: string;
            /** Contract Until */
            contract_until?: string | null;
            /** Household Id */
            household_id?: string | null;
            /** Installed On */
            installed_on?: string | null;
            /** Parent Id */
            parent_id?: string | null;
            /**
             * Plan
             * @default
             * @enum {string}
             */
            plan: "" | "fast";
            /** Plan Until */
            plan_until?: string | null;
            /**
             * Product Id
             * Format: uuid
             */
            product_id: string;
            /**
             * Room
             * @default
             */
            room: string;
            /** Serial */
            serial: string;
        };
        /** UnitOut */
        UnitOut: {
            /** Bought On */
            bought_on: string | null;
            /** Category */
            category: string;
            /** Contract */
            contract: string;
            /** Contract Until */
            contract_until: string | null;
            coverage: components["schemas"]["CoverageOut"];
            /** History */
            history: components["schemas"]["HistoryOut"][];
            /** Household Id */
            household_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Installed On */
            installed_on: string | null;
            /** Model */
            model: string;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: string | null;
            /** Plan */
            plan: string;
            /** Plan Until */
            plan_until: string | null;
            /**
             * Product Id
             * Format: uuid
             */
            product_id: string;
            /** Retired */
            retired: boolean;
            /** Room */
            room: string;
            /** Serial */
            serial: string;
            /** Version */
            version: number;
            /** Warranty Until */
            warranty_until: string | null;
        };
        /** UnitPatch */
        UnitPatch: {
            /** Bought On */
            bought_on?: string | null;
            /** Contract */
            contract?: string | null;
            /** Contract Until */
            contract_until?: string | null;
            /** Installed On */
            installed_on?: string | null;
            /** Plan */
            plan?: ("" | "fast") | null;
            /** Plan Until */
            plan_until?: string | null;
            /** Room */
            room?: string | null;
            /** Warranty Until */
            warranty_until?: string | null;
        };
        /** UnitQuery */
        UnitQuery: {
            /** Cursor */
            cursor?: string | null;
            /** Household */
            household?: string | null;
            /**
             * Limit
             * @default 25
             */
            limit: number;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Sort
             * @default serial
             */
            sort: string;
        };
        /** UnitRow */
        UnitRow: {
            /** Category */
            category: string;
            coverage: components["schemas"]["CoverageOut"];
            /** Household Id */
            household_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Installed On */
            installed_on: string | null;
            /** Model */
            model: string;
            /** Name */
            name: string;
            /** Room */
            room: string;
            /** Serial */
            serial: string;
        };
        /** Unread */
        Unread: {
            /** Unread */
            unread: number;
        };
        /** UsedPart */
        UsedPart: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Price */
            price: string;
            /** Quantity */
            quantity: number;
        };
        /** UserOut */
        UserOut: {
            /** Density */
            density: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lang */
            lang: string;
            /** Mfa */
            mfa: boolean;
            /** Name */
            name: string;
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Username */
            username: string;
        };
        /** VerdictOut */
        VerdictOut: {
            /** Checked */
            checked: number;
            /** First Bad */
            first_bad: number | null;
            /** Ok */
            ok: boolean;
            /** Why */
            why: string | null;
        };
        /**
         * VersionOut
         * @description `number` 0 is the template the house ships.
         */
        VersionOut: {
            /** Document */
            document: {
                [key: string]: unknown;
            };
            /** Effective From */
            effective_from: string | null;
            /** Note */
            note: string;
            /** Number */
            number: number;
            /** Published By Name */
            published_by_name: string;
            /** Scope */
            scope: {
                [key: string]: string;
            };
            /** Verdict */
            verdict: string;
            /** Verdict Text */
            verdict_text: string;
        };
        /**
         * VideoBrief
         * @description Guidance by video of a ticket; `offered_at` None while no room is open, `url` only for who may offer one.
         */
        VideoBrief: {
            /** By */
            by: string;
            /** Offered At */
            offered_at: string | null;
            /** Url */
            url: string | null;
        };
        /** ViewIn */
        ViewIn: {
            /** Name */
            name: string;
            /** Query */
            query: {
                [key: string]: string;
            };
            /**
             * Shared
             * @default false
             */
            shared: boolean;
        };
        /** ViewOut */
        ViewOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Own */
            own: boolean;
            /** Query */
            query: {
                [key: string]: string;
            };
            /**
             * Shared
             * @default false
             */
            shared: boolean;
        };
        /** ViewerOut */
        ViewerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** VisitCoverage */
        VisitCoverage: {
            /** Covered */
            covered: string;
            /** Reason */
            reason: {
                [key: string]: unknown;
            };
            /** Stage */
            stage: string;
            /** Until */
            until: string | null;
        };
        /** VisitEngineer */
        VisitEngineer: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Level */
            level: string;
            /** Name */
            name: string;
        };
        /** VisitFactsOut */
        VisitFactsOut: {
            /** Arrived At */
            arrived_at: string | null;
            called: components["schemas"]["Called"] | null;
            /** Cause */
            cause: string | null;
            /** Departed At */
            departed_at: string | null;
            /** Finished At */
            finished_at: string | null;
            scanned: components["schemas"]["Scanned"] | null;
            /** Signed At */
            signed_at: string | null;
        };
        /** VisitLine */
        VisitLine: {
            /** Arrived At */
            arrived_at: string | null;
            /** Departed At */
            departed_at: string | null;
            /** Distance M */
            distance_m: number | null;
            engineer: components["schemas"]["Named"];
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Needs */
            needs: string[];
            /** Outcome */
            outcome: string;
            /** Overdue Commands */
            overdue_commands: number;
            /** Reasons */
            reasons: {
                [key: string]: unknown;
            }[];
            /** Scan Match */
            scan_match: boolean | null;
            /** Sequence */
            sequence: number;
            /** Status */
            status: string;
            window: components["schemas"]["Span"] | null;
        };
        /** VisitOut */
        VisitOut: {
            /** Ends At */
            ends_at: string | null;
            /**
             * Engineer Id
             * Format: uuid
             */
            engineer_id: string;
            /** Number */
            number: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Starts At */
            starts_at: string | null;
        };
        /** Why */
        Why: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * Words
         * @description `files`: sent for this case before.
         */
        Words: {
            /**
             * Files
             * @default []
             */
            files: string[];
            /** Text */
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    anxin_domains_customers_api_entrance_read_address: {
        parameters: {
            query: {
                text: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressOut"];
                };
            };
        };
    };
    anxin_domains_catalog_api_categories_categories: {
        parameters: {
            query?: {
                retired?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryOut"][];
                };
            };
        };
    };
    anxin_domains_catalog_api_categories_add_category: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryDetail"];
                };
            };
        };
    };
    anxin_domains_catalog_api_categories_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryDetail"];
                };
            };
        };
    };
    anxin_domains_catalog_api_categories_change_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryDetail"];
                };
            };
        };
    };
    anxin_domains_catalog_api_categories_set_causes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryDetail"];
                };
            };
        };
    };
    anxin_domains_catalog_api_categories_set_symptoms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryDetail"];
                };
            };
        };
    };
    anxin_domains_catalog_api_categories_causes: {
        parameters: {
            query: {
                category: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermOut"][];
                };
            };
        };
    };
    anxin_domains_catalog_api_parts_parts: {
        parameters: {
            query?: {
                q?: string;
                category?: string;
                product?: string | null;
                state?: "active" | "retired" | "all";
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PartOut_"];
                };
            };
        };
    };
    anxin_domains_catalog_api_parts_add_part: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartDetail"];
                };
            };
        };
    };
    anxin_domains_catalog_api_parts_export_parts: {
        parameters: {
            query?: {
                q?: string;
                category?: string;
                state?: "active" | "retired" | "all";
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    parts_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChunkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenOver"];
                };
            };
        };
    };
    parts_import_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookOut"];
                };
            };
        };
    };
    parts_import_template: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_catalog_api_parts_part: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartDetail"];
                };
            };
        };
    };
    anxin_domains_catalog_api_parts_change_part: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartDetail"];
                };
            };
        };
    };
    anxin_domains_catalog_api_products_products: {
        parameters: {
            query?: {
                q?: string;
                category?: string;
                state?: "active" | "retired" | "all";
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ProductOut_"];
                };
            };
        };
    };
    anxin_domains_catalog_api_products_add_product: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductOut"];
                };
            };
        };
    };
    anxin_domains_catalog_api_products_export_products: {
        parameters: {
            query?: {
                q?: string;
                category?: string;
                state?: "active" | "retired" | "all";
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    products_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChunkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenOver"];
                };
            };
        };
    };
    products_import_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookOut"];
                };
            };
        };
    };
    products_import_template: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_catalog_api_products_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductOut"];
                };
            };
        };
    };
    anxin_domains_catalog_api_products_change_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductOut"];
                };
            };
        };
    };
    anxin_domains_catalog_api_work_service_items: {
        parameters: {
            query?: {
                q?: string;
                category?: string;
                order_type?: string;
                state?: "active" | "retired" | "all";
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ServiceOut_"];
                };
            };
        };
    };
    anxin_domains_catalog_api_work_add_service: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceOut"];
                };
            };
        };
    };
    anxin_domains_catalog_api_work_export_services: {
        parameters: {
            query?: {
                q?: string;
                category?: string;
                state?: "active" | "retired" | "all";
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    service_items_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChunkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenOver"];
                };
            };
        };
    };
    service_items_import_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookOut"];
                };
            };
        };
    };
    service_items_import_template: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_catalog_api_work_service_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceOut"];
                };
            };
        };
    };
    anxin_domains_catalog_api_work_change_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceOut"];
                };
            };
        };
    };
    anxin_domains_catalog_api_categories_symptoms: {
        parameters: {
            query: {
                category: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermOut"][];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_clerk_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
        };
    };
    anxin_domains_processes_api_explain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clock_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockExplained"];
                };
            };
        };
    };
    anxin_domains_customers_api_records_list_customers: {
        parameters: {
            query?: {
                q?: string;
                tier?: string;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CustomerRow_"];
                };
            };
        };
    };
    anxin_domains_customers_api_records_note_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotedOut"];
                };
            };
        };
    };
    anxin_domains_customers_api_records_export_customers: {
        parameters: {
            query?: {
                q?: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_customers_api_records_pop_up: {
        parameters: {
            query: {
                phone: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PopUpOut"];
                };
            };
        };
    };
    anxin_domains_customers_api_records_read_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
                };
            };
        };
    };
    anxin_domains_customers_api_records_change_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
                };
            };
        };
    };
    anxin_domains_customers_api_rights_give_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_customers_api_rights_withdraw_consent: {
        parameters: {
            query: {
                purpose: string;
            };
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_customers_api_rights_give_copy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    anxin_domains_customers_api_rights_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedOut"];
                };
            };
        };
    };
    anxin_domains_customers_api_records_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergedOut"];
                };
            };
        };
    };
    anxin_domains_customers_api_records_unmerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
                };
            };
        };
    };
    anxin_kernel_outbound_api_outbox: {
        parameters: {
            query?: {
                recipient?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageOut"][];
                };
            };
        };
    };
    anxin_demo_api_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoStart"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_next_: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextTicket"];
                };
            };
        };
    };
    anxin_domains_desk_api_presence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskOut"];
                };
            };
        };
    };
    anxin_domains_desk_api_set_presence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskOut"];
                };
            };
        };
    };
    anxin_domains_desk_api_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueOut"][];
                };
            };
        };
    };
    anxin_domains_desk_api_routings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                object_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingOut"][];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_field_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_field_today: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_field_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldVisit"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_field_do: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldVisit"];
                };
            };
        };
    };
    anxin_kernel_files_api_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Bound Id
                     * Format: uuid
                     */
                    bound_id: string;
                    /** Bound Type */
                    bound_type: string;
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
        };
    };
    anxin_kernel_files_api_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_kernel_api_jobs_dead_jobs: {
        parameters: {
            query?: {
                task?: string;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeadJob_"];
                };
            };
        };
    };
    anxin_kernel_api_jobs_dead_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadKind"][];
                };
            };
        };
    };
    anxin_kernel_api_jobs_revive_kind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KindIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revived"];
                };
            };
        };
    };
    anxin_kernel_api_jobs_revive_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revived"];
                };
            };
        };
    };
    anxin_kernel_api_ledger_ledger_events: {
        parameters: {
            query?: {
                case?: string | null;
                name?: string;
                actor?: string | null;
                since?: string | null;
                until?: string | null;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LedgerRow_"];
                };
            };
        };
    };
    anxin_kernel_api_ledger_ledger_export: {
        parameters: {
            query?: {
                case?: string | null;
                name?: string;
                actor?: string | null;
                since?: string | null;
                until?: string | null;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_kernel_api_ledger_ledger_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
        };
    };
    anxin_kernel_api_ledger_ledger_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerState"];
                };
            };
        };
    };
    anxin_kernel_api_ledger_ledger_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictOut"];
                };
            };
        };
    };
    anxin_domains_people_api_session_change_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
        };
    };
    anxin_domains_people_api_session_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_notices_api_notices: {
        parameters: {
            query?: {
                unread?: boolean;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NoticeOut_"];
                };
            };
        };
    };
    anxin_domains_notices_api_read_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
        };
    };
    anxin_domains_notices_api_unread_count: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
        };
    };
    anxin_domains_notices_api_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_list_: {
        parameters: {
            query?: {
                status?: string;
                org?: string | null;
                outlet?: string | null;
                engineer?: string | null;
                ticket?: string | null;
                order_type?: string;
                category?: string;
                since?: string | null;
                until?: string | null;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OrderRow_"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_export_: {
        parameters: {
            query?: {
                status?: string;
                org?: string | null;
                outlet?: string | null;
                engineer?: string | null;
                ticket?: string | null;
                order_type?: string;
                category?: string;
                since?: string | null;
                until?: string | null;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_fieldwork_api_orders_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDetail"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_agree: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_book: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_candidates_: {
        parameters: {
            query?: {
                start?: string | null;
                end?: string | null;
            };
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatesOut"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_resolve_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
                command_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_outlets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutletRow"][];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_overrule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_parts_arrived: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_record_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_fieldwork_api_orders_return_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_slots_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotOut"][];
                };
            };
        };
    };
    anxin_domains_people_api_places_list_orgs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOut"][];
                };
            };
        };
    };
    anxin_domains_people_api_places_add_org: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrgIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOut"];
                };
            };
        };
    };
    anxin_domains_people_api_places_change_org: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrgPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOut"];
                };
            };
        };
    };
    anxin_domains_customers_api_entrance_ask_otp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_customers_api_entrance_verify_otp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredOut"];
                };
            };
        };
    };
    anxin_domains_processes_api_reject: {
        parameters: {
            query: {
                clock_id: string;
            };
            header?: never;
            path: {
                pause_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejection"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockExplained"];
                };
            };
        };
    };
    anxin_domains_people_api_keys_list_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyOut"][];
                };
            };
        };
    };
    anxin_domains_people_api_keys_create_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyOut"];
                };
            };
        };
    };
    anxin_domains_people_api_keys_revoke_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_places_list_authorisations: {
        parameters: {
            query?: {
                outlet?: string | null;
                area?: string;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuthorisationOut_"];
                };
            };
        };
    };
    anxin_domains_people_api_places_authorise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorisationIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorisationOut"];
                };
            };
        };
    };
    anxin_domains_people_api_places_export_authorisations: {
        parameters: {
            query?: {
                outlet?: string | null;
                area?: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_places_end_authorisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorisationOut"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_list_engineers: {
        parameters: {
            query?: {
                q?: string;
                org?: string | null;
                papers?: "" | "expired" | "soon" | "any";
                left?: boolean;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EngineerOut_"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EngineerIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDetail"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_export_engineers: {
        parameters: {
            query?: {
                q?: string;
                org?: string | null;
                papers?: "" | "expired" | "soon" | "any";
                left?: boolean;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_engineers_read_engineer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDetail"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EngineerPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDetail"];
                };
            };
        };
    };
    anxin_domains_people_api_roster_book_absence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceDone"];
                };
            };
        };
    };
    anxin_domains_people_api_roster_cancel_absence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
                absence_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDetail"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_add_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDetail"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_correct_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDetail"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_end_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LastDayIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDetail"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDetail"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_set_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
                category: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LevelIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDone"];
                };
            };
        };
    };
    anxin_domains_people_api_engineers_remove_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                engineer_id: string;
                category: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineerDone"];
                };
            };
        };
    };
    anxin_domains_people_api_roster_read_roster: {
        parameters: {
            query: {
                first: string;
                days?: number;
                engineer?: string | null;
                org?: string | null;
                q?: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RosterRow_"];
                };
            };
        };
    };
    anxin_domains_people_api_roster_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedOut"];
                };
            };
        };
    };
    anxin_domains_people_api_roster_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DaysIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedOut"];
                };
            };
        };
    };
    anxin_domains_people_api_staff_list_users: {
        parameters: {
            query?: {
                q?: string;
                role?: string;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StaffOut_"];
                };
            };
        };
    };
    anxin_domains_people_api_staff_add_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOut"];
                };
            };
        };
    };
    anxin_domains_people_api_staff_export_users: {
        parameters: {
            query?: {
                q?: string;
                role?: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_staff_change_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOut"];
                };
            };
        };
    };
    anxin_domains_people_api_staff_set_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasswordIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_staff_give_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOut"];
                };
            };
        };
    };
    anxin_domains_people_api_staff_take_role: {
        parameters: {
            query: {
                role: string;
                org_id: string;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOut"];
                };
            };
        };
    };
    anxin_kernel_policies_api_list_: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindOut"][];
                };
            };
        };
    };
    anxin_kernel_policies_api_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyOut"];
                };
            };
        };
    };
    anxin_kernel_policies_api_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionOut"];
                };
            };
        };
    };
    anxin_domains_tickets_api_effects_effect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectOut"];
                };
            };
        };
    };
    anxin_kernel_policies_api_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    anxin_domains_feedback_api_rating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingOut"];
                };
            };
        };
    };
    anxin_domains_feedback_api_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rated"];
                };
            };
        };
    };
    anxin_domains_tickets_api_portal_request_: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestAnswer"];
                };
            };
        };
    };
    anxin_domains_tickets_api_portal_track: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tracking"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_portal_book: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedOut"];
                };
            };
        };
    };
    anxin_domains_tickets_api_portal_cancel_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tracking"];
                };
            };
        };
    };
    anxin_domains_tickets_api_portal_attach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attached"];
                };
            };
        };
    };
    anxin_domains_tickets_api_portal_attached: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_fieldwork_api_portal_hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldOut"];
                };
            };
        };
    };
    anxin_domains_tickets_api_portal_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Words"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tracking"];
                };
            };
        };
    };
    anxin_domains_tickets_api_portal_press_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pressed"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_portal_reschedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedOut"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_portal_slots_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotOut"][];
                };
            };
        };
    };
    anxin_domains_assets_api_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannedOut"];
                };
            };
        };
    };
    anxin_domains_desk_api_list_queues: {
        parameters: {
            query?: {
                q?: string;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QueueRow_"];
                };
            };
        };
    };
    anxin_domains_desk_api_add_queue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRow"];
                };
            };
        };
    };
    anxin_domains_desk_api_export_queues: {
        parameters: {
            query?: {
                q?: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_desk_api_read_queue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRow"];
                };
            };
        };
    };
    anxin_domains_desk_api_change_queue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueuePatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRow"];
                };
            };
        };
    };
    anxin_domains_insight_api_service_report: {
        parameters: {
            query?: {
                start?: string | null;
                end?: string | null;
                org?: string | null;
                order_type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
        };
    };
    anxin_domains_insight_api_report_cases: {
        parameters: {
            query: {
                start?: string | null;
                end?: string | null;
                org?: string | null;
                order_type?: string;
                measure: string;
                missed?: boolean;
                clock?: string;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseOut_"];
                };
            };
        };
    };
    anxin_domains_insight_api_export_cases: {
        parameters: {
            query: {
                start?: string | null;
                end?: string | null;
                org?: string | null;
                order_type?: string;
                measure: string;
                missed?: boolean;
                clock?: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_insight_api_export_days: {
        parameters: {
            query?: {
                start?: string | null;
                end?: string | null;
                org?: string | null;
                order_type?: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_insight_api_export_service_report: {
        parameters: {
            query?: {
                start?: string | null;
                end?: string | null;
                org?: string | null;
                order_type?: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_feedback_api_reviews: {
        parameters: {
            query?: {
                state?: string;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReviewRow_"];
                };
            };
        };
    };
    anxin_domains_feedback_api_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewOut"];
                };
            };
        };
    };
    anxin_domains_feedback_api_pass_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Note"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewOut"];
                };
            };
        };
    };
    anxin_domains_feedback_api_reject_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Note"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewOut"];
                };
            };
        };
    };
    anxin_domains_feedback_api_revisits: {
        parameters: {
            query?: {
                state?: string;
                calls?: boolean;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RevisitRow_"];
                };
            };
        };
    };
    anxin_domains_feedback_api_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                revisit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisitRow"];
                };
            };
        };
    };
    anxin_domains_people_api_session_read_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    anxin_domains_people_api_session_log_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    anxin_domains_people_api_session_log_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_session_confirm_mfa: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    anxin_domains_people_api_session_disable_mfa: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_session_set_up_mfa: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MfaSetup"];
                };
            };
        };
    };
    anxin_domains_people_api_session_go_to_provider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_session_come_back: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_session_forgotten: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgottenIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_people_api_session_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasswordIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_tickets_api_desk_list_: {
        parameters: {
            query?: {
                view?: string;
                status?: string;
                stage?: string;
                clock?: string;
                tier?: string;
                category?: string;
                order_type?: string;
                channel?: string;
                urgency?: string;
                org?: string | null;
                assignee?: string | null;
                customer?: string | null;
                q?: string;
                sort?: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TicketRow_"];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_open_: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTicket"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketOpened"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Bulk"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDone"];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_canned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedOut"][];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_define_canned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CannedIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedOut"];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_export_: {
        parameters: {
            query?: {
                view?: string;
                status?: string;
                stage?: string;
                clock?: string;
                tier?: string;
                category?: string;
                order_type?: string;
                channel?: string;
                urgency?: string;
                org?: string | null;
                assignee?: string | null;
                customer?: string | null;
                q?: string;
                sort?: string;
                cursor?: string | null;
                limit?: number;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_tickets_api_desk_kanban_: {
        parameters: {
            query?: {
                view?: string;
                status?: string;
                stage?: string;
                clock?: string;
                tier?: string;
                category?: string;
                order_type?: string;
                channel?: string;
                urgency?: string;
                org?: string | null;
                assignee?: string | null;
                customer?: string | null;
                q?: string;
                sort?: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"][];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_save_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_drop_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_tickets_api_desk_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Edit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assign"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Other"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Into"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_moves: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Move"][];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Said"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_fieldwork_api_orders_open_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDone"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Hold"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_press: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_remote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Remote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Said"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resume"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_similar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarRow"][];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_solve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Solution"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_split: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Second"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_desk_timeline_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"][];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_video: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_actions_video_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Remote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    anxin_domains_tickets_api_viewing_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewerOut"][];
                };
            };
        };
    };
    anxin_domains_tickets_api_viewing_look_away: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_kernel_api_undo_take_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
        };
    };
    anxin_domains_assets_api_list_units: {
        parameters: {
            query?: {
                q?: string;
                household?: string | null;
                cursor?: string | null;
                limit?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UnitRow_"];
                };
            };
        };
    };
    anxin_domains_assets_api_add_unit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
                };
            };
        };
    };
    units_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChunkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenOver"];
                };
            };
        };
    };
    units_import_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookOut"];
                };
            };
        };
    };
    units_import_template: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anxin_domains_assets_api_read_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
                };
            };
        };
    };
    anxin_domains_assets_api_change_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
                };
            };
        };
    };
    anxin_domains_assets_api_replace_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
                };
            };
        };
    };
    anxin_domains_assets_api_draw_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
