"""How good the knowledge engines are: measured on public data and on our own, beside plain tools."""
