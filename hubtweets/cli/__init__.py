"""The command line: one thin module a command. Commands never catch; `failures` turns errors into messages."""
