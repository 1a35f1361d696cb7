"""Service requests 服务请求: a customer's problem from intake to archive."""
