"""The part of the job that a careful admin would script with pandas: join on the employee number, compare both
emails exactly, list who differs, who is missing and which addresses are used twice. Usage: pandas_peer.py OLD NEW"""

import json
import sys

import pandas as pd

old = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
new = pd.read_csv(sys.argv[2], dtype=str, keep_default_na=False)
old["key"] = old["employeeNumber"].str.strip().str.lstrip("0")
new["key"] = new["employeeId"].str.strip().str.lstrip("0")
pairs = old.merge(new, on="key", how="outer", indicator=True, suffixes=("_old", "_new"))
both = pairs[pairs["_merge"] == "both"]
active = both[both["accountEnabled"].str.lower() == "true"]
differing = active[(active["email"] != active["mail"])]
result = {
    "pairs": len(both),
    "missing_in_new": int((pairs["_merge"] == "left_only").sum()),
    "unexpected_in_new": int((pairs["_merge"] == "right_only").sum()),
    "differing": len(differing),
    "duplicate_new": int(new[new["mail"] != ""]["mail"].duplicated(keep=False).sum()),
    "duplicate_old": int(old["email"].duplicated(keep=False).sum()),
    "differs": differing[["key", "email", "mail"]].to_dict("records"),
}
json.dump(result, sys.stdout)
