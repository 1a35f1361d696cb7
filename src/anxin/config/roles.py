"""Who may do what: the whole permission matrix, one line per verb.

A line reads: verb → scope → roles. `own` = rows assigned to me, granted to me, or (role `customer`) about me;
`team` = rows of my place in the organisation and all below it, and rows granted to it; `all` = every row.
A verb that stands in no line of a role is refused. `see.<field>` verbs lift a field's mask.
"""

OWN, TEAM, ALL = "own", "team", "all"

#: Everyone who works here.
STAFF = (
    "agent agent_lead dispatcher engineer clerk outlet_manager centre_manager regional_manager reviewer revisitor "
    "knowledge_editor parts_keeper executive admin auditor"
)

ROLES: dict[str, dict[str, str]] = {
    # The house
    "self.use": {ALL: STAFF},
    "ledger.see": {ALL: "auditor admin executive"},
    "ledger.verify": {ALL: "auditor admin"},
    "policy.see": {ALL: "admin auditor executive regional_manager centre_manager agent_lead dispatcher reviewer"},
    "policy.publish": {ALL: "admin"},
    "job.revive": {ALL: "admin"},
    # After the work
    "review.see": {TEAM: "reviewer centre_manager regional_manager", ALL: "admin auditor"},
    "review.decide": {TEAM: "reviewer"},
    "revisit.see": {TEAM: "revisitor agent_lead centre_manager regional_manager", ALL: "admin auditor"},
    "revisit.call": {TEAM: "revisitor"},
    # Reports
    "report.see": {TEAM: "outlet_manager centre_manager regional_manager agent_lead", ALL: "executive admin auditor"},
    "report.export": {TEAM: "centre_manager regional_manager", ALL: "executive admin auditor"},
    # Catalogue and desk
    "catalog.see": {ALL: f"{STAFF} customer"},
    "catalog.edit": {ALL: "admin"},
    "catalog.terms": {ALL: "admin knowledge_editor"},
    "catalog.parts": {ALL: "admin parts_keeper"},
    "see.part.cost": {ALL: "admin parts_keeper executive auditor"},
    "queue.see": {ALL: "admin auditor agent_lead"},
    "queue.edit": {ALL: "admin"},
    "desk.use": {ALL: STAFF},
    # Tickets and their clocks
    "ticket.see": {
        OWN: "customer engineer",
        TEAM: "agent agent_lead dispatcher clerk outlet_manager centre_manager regional_manager reviewer revisitor",
        ALL: "admin auditor executive",
    },
    "clock.judge": {TEAM: "agent_lead centre_manager regional_manager reviewer", ALL: "admin"},
    "ticket.read": {
        OWN: "engineer",
        TEAM: "agent agent_lead dispatcher clerk outlet_manager centre_manager regional_manager reviewer revisitor",
        ALL: "admin auditor executive",
    },
    "ticket.open": {ALL: "agent agent_lead"},
    "ticket.work": {TEAM: "agent agent_lead dispatcher centre_manager regional_manager"},
    "ticket.video": {TEAM: "agent agent_lead"},
    "ticket.assign": {TEAM: "agent_lead dispatcher centre_manager regional_manager"},
    "ticket.note": {
        OWN: "engineer",
        TEAM: "agent agent_lead dispatcher clerk outlet_manager centre_manager regional_manager reviewer revisitor",
    },
    "ticket.close": {TEAM: "agent_lead revisitor centre_manager"},
    "ticket.reopen": {TEAM: "agent agent_lead revisitor reviewer centre_manager regional_manager"},
    "ticket.export": {TEAM: "agent_lead centre_manager regional_manager", ALL: "admin auditor executive"},
    "ticket.canned": {ALL: "agent_lead knowledge_editor admin"},
    # Work orders and visits. An outlet and its engineers reach an order by the grant made when they got it.
    # What is written of an order among the house is not for its customer: he has the tracking page.
    "order.see": {
        OWN: "engineer",
        TEAM: "dispatcher clerk outlet_manager centre_manager regional_manager parts_keeper",
        ALL: "agent agent_lead reviewer revisitor admin auditor executive",
    },
    "order.open": {TEAM: "agent agent_lead dispatcher centre_manager"},
    "order.offer": {TEAM: "dispatcher agent_lead centre_manager"},
    "order.accept": {TEAM: "clerk outlet_manager"},
    "order.assign": {TEAM: "clerk outlet_manager dispatcher centre_manager regional_manager"},
    "order.override": {TEAM: "centre_manager regional_manager"},
    "order.contact": {TEAM: "clerk outlet_manager dispatcher agent agent_lead"},
    "order.book": {OWN: "customer", TEAM: "clerk outlet_manager dispatcher agent agent_lead"},
    "order.export": {TEAM: "dispatcher outlet_manager centre_manager regional_manager", ALL: "admin auditor executive"},
    "order.cancel": {TEAM: "agent agent_lead dispatcher centre_manager"},
    "visit.work": {OWN: "engineer"},
    # People
    "org.see": {ALL: STAFF},
    "org.manage": {ALL: "admin"},
    "user.see": {ALL: "admin auditor agent_lead", TEAM: "outlet_manager centre_manager regional_manager"},
    "user.manage": {ALL: "admin"},
    "engineer.see": {
        ALL: "admin auditor executive agent agent_lead reviewer",
        TEAM: "dispatcher clerk outlet_manager centre_manager regional_manager",
        OWN: "engineer",
    },
    "engineer.manage": {ALL: "admin", TEAM: "centre_manager regional_manager"},
    "engineer.certify": {ALL: "admin", TEAM: "centre_manager regional_manager"},
    "engineer.roster": {ALL: "admin", TEAM: "outlet_manager centre_manager regional_manager"},
    "apikey.see": {ALL: "admin auditor"},
    "apikey.manage": {ALL: "admin"},
    "authorisation.see": {
        ALL: "admin auditor agent_lead dispatcher",
        TEAM: "clerk outlet_manager centre_manager regional_manager",
    },
    "authorisation.manage": {ALL: "admin"},
    # Customers
    "customer.see": {
        ALL: "agent agent_lead reviewer revisitor admin auditor executive",
        TEAM: "dispatcher clerk outlet_manager centre_manager regional_manager",
        OWN: "engineer customer",
    },
    "customer.create": {ALL: "agent agent_lead"},
    "customer.edit": {ALL: "agent agent_lead admin", OWN: "customer"},
    "customer.merge": {ALL: "agent_lead admin"},
    "customer.erase": {ALL: "admin"},
    "customer.copy": {ALL: "admin", OWN: "customer"},
    "customer.export": {ALL: "admin"},
    "see.customer.phone": {
        ALL: "agent agent_lead revisitor admin",
        TEAM: "dispatcher clerk outlet_manager centre_manager",
        OWN: "engineer",
    },
    "see.customer.address": {
        ALL: "agent agent_lead revisitor admin",
        TEAM: "dispatcher clerk outlet_manager centre_manager",
        OWN: "engineer",
    },
    # Assets
    "unit.see": {
        ALL: "agent agent_lead reviewer revisitor admin auditor executive",
        TEAM: "dispatcher clerk outlet_manager centre_manager regional_manager",
        OWN: "engineer customer",
    },
    "unit.create": {ALL: "agent agent_lead admin"},
    "unit.edit": {ALL: "agent agent_lead admin"},
}
