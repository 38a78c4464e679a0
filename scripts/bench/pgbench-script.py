"""Turns PostgreSQL's log of one request into a pgbench script of the same statements with the same binds, in one pipeline.

A bind becomes a literal of its own type; prepared once, it costs pgbench what the service's binds cost the service.
"""
import re
import sys

log = open(sys.argv[1], encoding="utf-8").read()
entries = re.split(r"(?m)^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)", log)
statements, executing = [], False
for entry in entries:
    executed = re.search(r"LOG:  duration: [\d.]+ ms  execute [^:]+: (.*)", entry, re.S)
    if executed:
        statements.append([executed.group(1).rstrip("\n"), ""])
        executing = True
    elif "LOG:  duration:" in entry:
        # Parse and bind are logged too, with the binds of a statement that is executed later.
        executing = False
    detail = re.search(r"DETAIL:  parameters: (.*)", entry, re.S)
    if detail and executing:
        statements[-1][1] = detail.group(1)

print("\\startpipeline")
for text, parameters in statements:
    if text.strip().upper() in ("BEGIN", "COMMIT"):
        continue
    values = dict(re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", parameters))
    text = re.sub(r"\$(\d+)", lambda m: values.get(m.group(1), "NULL"), text)
    print(" ".join(text.split()).rstrip(";") + ";")
print("\\endpipeline")
