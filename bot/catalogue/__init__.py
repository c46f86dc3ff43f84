"""What the commands list: pure, from a generation's knowledge to cited pages."""
