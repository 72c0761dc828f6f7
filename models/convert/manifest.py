"""Write models/manifest.json and models/judges/manifest.json, and copy the converted models beside them.

usage: manifest.py WORK
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

import onnx

from sources import JUDGES, SOURCES

MODELS = Path(__file__).resolve().parent.parent


def main(work):
    publish(SOURCES, work / "models", work / "parity.json", MODELS)
    publish(JUDGES, work / "judges", work / "parity_judges.json", MODELS / "judges")


def publish(sources, built, parity, folder):
    folder.mkdir(exist_ok=True)
    differences = json.loads(parity.read_text())
    entries = [entry(source, built / source.file, differences[source.file]) for source in sources]
    for source in sources:
        shutil.copy(built / source.file, folder / source.file)
    (folder / "manifest.json").write_text(json.dumps({"models": entries}, indent=2) + "\n")


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
