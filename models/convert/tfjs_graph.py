"""A TensorFlow.js graph model as ONNX, with its weights in 16 bits where they are published so."""

import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from canonical import save_canonical
from tf2onnx_run import run_tf2onnx


def convert_graph(source, target, outputs):
    """`source` is the model's JSON, beside which its weights lie. Of its outputs those named in `outputs` are kept."""
    with tempfile.TemporaryDirectory() as folder:
        readable, raw = Path(folder) / source.name, Path(folder) / "model.onnx"
        spell_out_types(source, readable)
        run_tf2onnx("tfjs", readable, raw)
        model = onnx.load(raw)
    kept = [output for output in model.graph.output if output.name in outputs]
    del model.graph.output[:]
    model.graph.output.extend(kept)
    for value in [*model.graph.input, *kept]:
        value.type.tensor_type.shape.dim[0].dim_value = 1
    store_halves(model.graph)
    save_canonical(model, target)


def spell_out_types(source, target):
    """Copies the model with the types of fused operations' arguments, which newer readers want."""
    model = json.loads(source.read_text())
    for node in model["modelTopology"]["node"]:
        if node["op"].startswith("_Fused"):
            count = int(node["attr"].get("num_args", {}).get("i", 0)) or len(node["input"]) - 2
            node["attr"]["num_args"] = {"i": str(count)}
            node["attr"]["TArgs"] = {"list": {"type": ["DT_FLOAT"] * count}}
    target.write_text(json.dumps(model))
    for path in (path for group in model["weightsManifest"] for path in group["paths"]):
        shutil.copy(source.parent / path, target.parent / path)


def store_halves(graph):
    """Weights that 16 bits hold exactly are stored in them; the runtime widens them once."""
    for tensor in [tensor for tensor in graph.initializer if tensor.data_type == TensorProto.FLOAT]:
        values = numpy_helper.to_array(tensor)
        halves = values.astype(np.float16)
        if values.size == 1 or not np.array_equal(halves.astype(np.float32), values):
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(halves, f"{name}/halves"))
        graph.node.append(helper.make_node("Cast", [tensor.name], [name], name=f"{name}/widened", to=TensorProto.FLOAT))
