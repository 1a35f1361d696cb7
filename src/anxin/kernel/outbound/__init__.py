"""Everything that leaves the house: HTTP calls, mail, SMS.

    outbound.sms(to=phone, body=text, purpose="otp", verified=False)
    outbound.mail(to=address, subject=subject, body=text, purpose="tracking", verified=True)

A message is a row and a job in the business transaction: a rollback leaves no message behind. A recipient who
never proved the address is theirs gets few messages a day, so that the open form cannot flood a stranger.
"""

from anxin.kernel.outbound.addresses import Blocked
from anxin.kernel.outbound.http import Allowed, Answer, Call, fetch
from anxin.kernel.outbound.messages import forget_recipient, mail, sms

__all__ = ["Allowed", "Answer", "Blocked", "Call", "fetch", "forget_recipient", "mail", "sms"]
