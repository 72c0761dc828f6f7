"""tf2onnx as all conversions run it."""

import os
import subprocess
import sys

OPSET = "17"


def run_tf2onnx(kind, source, target):
    """Converts `source`, whose `kind` is named as tf2onnx does: tflite or tfjs."""
    command = [sys.executable, "-m", "tf2onnx.convert", f"--{kind}", source, "--output", target, "--opset", OPSET]
    # Its optimiser goes through sets, whose order would change from run to run.
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONHASHSEED": "0"})
