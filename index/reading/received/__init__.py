"""Files as received: one module a format, each giving paragraphs and claims."""
