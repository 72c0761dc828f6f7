"""A Keras model in TensorFlow.js layers format as ONNX: NHWC float32 in and out, any height and width."""

import json

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17


def convert_layers(source, target, factor):
    """`source` is the model.json, beside which its weights lie; the result is `factor` times as high and wide."""
    model = json.loads(source.read_text())
    config = model["modelTopology"].get("model_config", model["modelTopology"])["config"]
    graph = Graph(read_weights(model, source.parent))
    for layer in config["layers"]:
        graph.add_layer(layer)
    last = graph.outputs[config["output_layers"][0][0]]
    graph.add("Transpose", [last], "output", perm=[0, 2, 3, 1])
    sizes = ["height", "width"], [f"{factor} height", f"{factor} width"]
    result = helper.make_model(
        helper.make_graph(
            graph.nodes,
            target.stem,
            [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, *sizes[0], 3])],
            [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, *sizes[1], 3])],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=9,
    )
    onnx.checker.check_model(result)
    onnx.save(result, target)


def read_weights(model, folder):
    data = b"".join((folder / path).read_bytes() for group in model["weightsManifest"] for path in group["paths"])
    weights, offset = {}, 0
    for spec in (spec for group in model["weightsManifest"] for spec in group["weights"]):
        assert spec["dtype"] == "float32" and "quantization" not in spec, f"{spec['name']}: not plain float32"
        size = int(np.prod(spec["shape"]))
        weights[spec["name"]] = np.frombuffer(data, np.float32, size, offset).reshape(spec["shape"])
        offset += 4 * size
    return weights


class Graph:
    """ONNX nodes for Keras layers, channels first inside."""

    def __init__(self, weights):
        self.weights = weights
        self.nodes, self.constants, self.outputs = [], [], {}

    def add(self, operation, inputs, name, **attributes):
        self.nodes.append(helper.make_node(operation, inputs, [name], name=name, **attributes))
        return name

    def constant(self, name, values):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add_layer(self, layer):
        kind, settings = layer["class_name"], layer["config"]
        name = layer.get("name", settings["name"])
        inputs = [self.outputs[node[0]] for node in (layer["inbound_nodes"][0] if layer["inbound_nodes"] else [])]
        if kind == "InputLayer":
            result = self.add("Transpose", ["input"], "input/nchw", perm=[0, 3, 1, 2])
        elif kind == "Conv2D":
            result = self.add_convolution(name, settings, inputs[0])
        elif kind == "Activation":
            result = self.add({"relu": "Relu", "tanh": "Tanh"}[settings["activation"]], inputs, name)
        elif kind == "Concatenate":
            result = self.add("Concat", inputs, name, axis=1)
        elif kind == "Add":
            result = inputs[0]
            for index, other in enumerate(inputs[1:]):
                result = self.add("Add", [result, other], f"{name}/{index}")
        # The package's own layers: a constant factor, and depth to space.
        elif kind == "MultiplyBeta":
            factor = self.constant(f"{name}/beta", np.array(settings["beta"], np.float32))
            result = self.add("Mul", [inputs[0], factor], name)
        elif kind.startswith("PixelShuffle"):
            result = self.add("DepthToSpace", inputs, name, blocksize=settings["scale"], mode="DCR")
        else:
            raise ValueError(f"layer {name} is a {kind}, which is not known here")
        self.outputs[name] = result

    def add_convolution(self, name, settings, source):
        assert settings["activation"] == "linear" and settings["use_bias"], name
        inputs = [source, self.constant(f"{name}/kernel", self.weights[f"{name}/kernel"].transpose(3, 2, 0, 1))]
        inputs.append(self.constant(f"{name}/bias", self.weights[f"{name}/bias"]))
        padding = "SAME_UPPER" if settings["padding"] == "same" else "VALID"
        attributes = {"strides": settings["strides"], "dilations": settings["dilation_rate"], "auto_pad": padding}
        return self.add("Conv", inputs, name, **attributes)
