"""Compare each network that judges with the original in TensorFlow.js, on real faces.

usage: parity_judges.py WORK   leaves WORK/parity_judges.json: per file the runtime, what it was compared on, and the largest difference
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image

from sources import JUDGES, TFJS

# What the numbers of each are, the crops it sees, and by how much they may differ: more means that a conversion is wrong.
COMPARISONS = {
    "face_detector.onnx": ("sides of the square and probability", "wide", 1e-3),
    "face_landmarks.onnx": ("sides of the square", "mesh", 1e-4),
    "face_identity.onnx": ("each of the 128 numbers", "mesh", 1e-3),
    "face_expression.onnx": ("probability", "mesh", 1e-3),
    "face_mesh.onnx": ("pixels", "mesh", 0.01),
    "iris.onnx": ("pixels", "middle", 0.01),
}
AS_PUBLISHED = {"runtime": "none", "on": "the file as it is published", "largestDifference": {"bytes": 0}}


def main(work):
    reference = json.loads((work / "reference_judges.json").read_text())
    results = {source.file: AS_PUBLISHED for source in JUDGES if source.form == "onnx"}
    for file, (what, kind, most) in COMPARISONS.items():
        results[file] = compare(work, file, kind, what, reference[file])
        difference = results[file]["largestDifference"][what]
        print(file, difference)
        assert difference <= most, f"{file}: {what} differs by {difference}, more than {most}"
    assert set(results) == {source.file for source in JUDGES}, "a judge has no comparison"
    (work / "parity_judges.json").write_text(json.dumps(results, indent=2))


def compare(work, file, kind, what, reference):
    model = onnxruntime.InferenceSession(work / "judges" / file)
    pictures = [np.asarray(Image.open(path).convert("RGB"), np.float32) for path in sorted((work / "crops").glob(f"{kind}_*.png"))]
    assert len(pictures) == len(reference) > 0, file
    # Where the detector sees no face, neither answers anything.
    differences = np.concatenate([np.abs(answer(model, picture) - expected) for picture, expected in zip(pictures, reference)])
    largest = round(float(differences.max()), 8)
    return {"runtime": TFJS, "on": f"{len(pictures)} crops of faces", "largestDifference": {what: largest}}


def answer(model, picture):
    first, *others = [value.name for value in model.get_inputs()]
    if others:
        boxes, scores = model.run(None, {first: picture[None], "least_score": np.array([0.4], np.float32)})
        return np.concatenate([boxes.clip(0, 1), scores], axis=2).ravel()
    levels = 255 if first.startswith("input_1") else 1
    return model.run(None, {first: picture[None] / np.float32(levels)})[0].ravel()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
