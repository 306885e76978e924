def find(text, lang, anchor):
    return []
