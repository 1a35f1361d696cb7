def faq_rows():
    return []


def rows():
    return []
