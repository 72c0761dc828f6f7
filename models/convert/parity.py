"""Compare each converted model with the original in its own runtime, on real faces.

usage: parity.py WORK   leaves WORK/parity.json: per file the runtime, what it was compared on, and the largest differences
"""

import json
import re
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import tensorflow as tf
from PIL import Image

from sources import SOURCES, TFJS
from tflite_file import read_custom_options

TFLITE = f"TensorFlow Lite {tf.__version__}"
MEDIAPIPE = "MediaPipe 0.10.21, CPU"

# A larger difference means that a conversion is wrong, and stops the rebuild.
MOST = {"pixels": 0.01, "depth": 0.01, "probability": 0.01, "logit": 0.01, "box": 0.01, "levels": 0.05, "mean": 3, "largest": 60}


def main(work):
    results = {
        "face_detection_full_range.onnx": detector(work, "face_detection_full_range", "wide"),
        "face_detection_short_range.onnx": detector(work, "face_detection_short_range", "near"),
        "face_mesh_attention.onnx": mesh(work),
        "selfie_segmentation.onnx": person(work),
        "super_resolution_x4.onnx": super_resolution(work),
    }
    assert set(results) == {source.file for source in SOURCES}, "a model has no comparison"
    for file, result in results.items():
        print(file, result)
        for what, difference in [*result["largestDifference"].items(), *result.get("quantised", {}).items()]:
            limit = MOST[re.split(r"\W", what)[0]]
            assert difference <= limit, f"{file}: {what} differs by {difference}, more than {limit}"
    (work / "parity.json").write_text(json.dumps(results, indent=2))


def crops(work, kind):
    return [np.asarray(Image.open(path).convert("RGB")) / np.float32(255) for path in sorted((work / "crops").glob(f"{kind}_*.png"))]


def session(work, file):
    return onnxruntime.InferenceSession(work / "models" / file)


def largest(a, b):
    return round(float(np.abs(np.asarray(a) - np.asarray(b)).max()), 6)


def detector(work, name, kind):
    """Both detectors are made of TFLite's own operations, so its interpreter runs them."""
    interpreter = tf.lite.Interpreter(str(work / "sources" / f"{name}.tflite"))
    interpreter.allocate_tensors()
    model = session(work, f"{name}.onnx")
    differences = {"box pixels": 0.0, "logit": 0.0}
    pictures = crops(work, kind)
    for picture in pictures:
        values = (picture * 2 - 1)[None].astype(np.float32)
        interpreter.set_tensor(interpreter.get_input_details()[0]["index"], values)
        interpreter.invoke()
        original = {detail["shape"][-1]: interpreter.get_tensor(detail["index"]) for detail in interpreter.get_output_details()}
        for answer in model.run(None, {"input": values}):
            key = "logit" if answer.shape[-1] == 1 else "box pixels"
            differences[key] = max(differences[key], largest(answer, original[answer.shape[-1]]))
    return {"runtime": TFLITE, "on": f"{len(pictures)} crops of faces", "largestDifference": differences}


def mesh(work):
    """The lists of refined points are read from the TFLite file, not from the product."""
    options = read_custom_options(work / "sources" / "face_mesh_attention.tflite")
    lips, right, left = (regions["subset_idxs"] for regions in options.values() if regions and "subset_idxs" in regions)
    model = session(work, "face_mesh_attention.onnx")
    names = [output.name for output in model.get_outputs()]
    pictures, found = crops(work, "mesh"), []
    for picture in pictures:
        outputs = dict(zip(names, (value.ravel() for value in model.run(None, {"input_1": picture[None]}))))
        points = np.zeros((478, 3), np.float32)
        points[:468] = outputs["output_mesh_identity"].reshape(468, 3)
        points[lips, :2] = outputs["output_lips"].reshape(-1, 2)
        points[right, :2] = outputs["output_left_eye"].reshape(-1, 2)
        points[left, :2] = outputs["output_right_eye"].reshape(-1, 2)
        points[468:473, :2] = outputs["output_left_iris"].reshape(5, 2)
        points[473:478, :2] = outputs["output_right_iris"].reshape(5, 2)
        points[468:473, 2], points[473:478, 2] = points[right[:16], 2].mean(), points[left[:16], 2].mean()
        found.append(points)
    found, original = np.array(found), np.load(work / "reference_mesh.npy")
    parts = {"lips": lips, "eyes and brows": right + left, "irises": list(range(468, 478))}
    parts["rest of the face"] = sorted(set(range(468)) - set(lips) - set(right) - set(left))
    differences = {f"pixels {name}": largest(found[:, part, :2], original[:, part, :2]) for name, part in parts.items()}
    differences["depth pixels"] = largest(found[..., 2], original[..., 2])
    return {"runtime": MEDIAPIPE, "on": f"{len(pictures)} crops of faces", "largestDifference": differences}


def person(work):
    model = session(work, "selfie_segmentation.onnx")
    pictures, original = crops(work, "person"), np.load(work / "reference_person.npy")
    found = [model.run(None, {"input_1": picture[None]})[0][0, ..., 0] for picture in pictures]
    return {
        "runtime": MEDIAPIPE,
        "on": f"{len(pictures)} crops of head and shoulders",
        "largestDifference": {"probability": largest(found, original)},
    }


def super_resolution(work):
    """Before its convolutions were written in 8 bits, and after; in levels of 255."""
    file = "super_resolution_x4.onnx"
    exact, quantised = onnxruntime.InferenceSession(work / "sources" / file), session(work, file)
    pictures = crops(work, "small")
    original = [np.fromfile(path, np.float32) * 255 for path in sorted(work.glob("reference_layers_*.f32"))]
    answers = [[model.run(None, {"input": picture[None]})[0].ravel() * 255 for picture in pictures] for model in (exact, quantised)]
    mean = float(np.abs(np.array(answers[1]) - np.array(original)).mean())
    return {
        "runtime": TFJS,
        "on": f"{len(pictures)} small crops of faces",
        "largestDifference": {"levels, in floating point": largest(answers[0], original)},
        "quantised": {"largest, levels": largest(answers[1], original), "mean, levels": round(mean, 3)},
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
