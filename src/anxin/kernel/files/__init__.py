"""Files people send: sniffed, limited, bound to their uploader and to one object, never served as a page.

A domain says who may add files to its objects and who may read them:

    files.bind("ticket", may_add=selectors.may_reply, may_read=selectors.may_see)
"""

from anxin.kernel.files.binding import Binding, bind
from anxin.kernel.files.sniff import Sniffed, sniff
from anxin.kernel.files.storing import OpenFile, Upload, card, erase, known, of_object, open_for, store

__all__ = [
    "Binding",
    "OpenFile",
    "Sniffed",
    "Upload",
    "bind",
    "card",
    "erase",
    "known",
    "of_object",
    "open_for",
    "sniff",
    "store",
]
