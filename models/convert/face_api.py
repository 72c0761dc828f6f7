"""face-api's networks as ONNX. Its package has their weights in files and their structure in code, which is followed here.

All take one square picture of any size, 1 x side x side x 3, RGB 0..255, and resize it themselves, as face-api does. Weights stay
in the 8 bits in which they are published.
"""

import json

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from canonical import save_canonical
from face_api_detector import detector

OPSET = 17
MEAN_RGB = [122.782, 117.001, 104.298]


def convert_face_api(source, target, network):
    """`source` is the weights' manifest, beside which the weights lie; `network` a name in NETWORKS."""
    graph = Graph(read_stored_weights(source))
    outputs = NETWORKS[network](graph)
    picture = helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, "side", "side", 3])
    inputs = [picture, *(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in graph.numbers)]
    results = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()]
    body = helper.make_graph(graph.nodes, target.stem, inputs, results, graph.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    save_canonical(model, target)


def read_stored_weights(source):
    """By name: the values as they are stored, and the scale and least value that turn them into the weights, or None."""
    groups = json.loads(source.read_text())
    data = b"".join((source.parent / path).read_bytes() for group in groups for path in group["paths"])
    weights, offset = {}, 0
    for spec in (spec for group in groups for spec in group["weights"]):
        packing = spec.get("quantization")
        kind = np.dtype(packing["dtype"] if packing else spec["dtype"])
        size = int(np.prod(spec["shape"]))
        values = np.frombuffer(data, kind, size, offset).reshape(spec["shape"])
        weights[spec["name"]] = values, (packing["scale"], packing["min"]) if packing else None
        offset += size * kind.itemsize
    return weights


class Graph:
    """ONNX nodes under construction, channels first."""

    def __init__(self, weights):
        self.weights, self.nodes, self.constants, self.numbers = weights, [], [], []

    def add(self, operation, *inputs, name=None, **attributes):
        name = name or f"{operation}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operation, list(inputs), [name], name=name, **attributes))
        return name

    def constant(self, values, kind=np.float32):
        name = f"constant_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values, kind), name))
        return name

    def number(self, name):
        """One more input of the network."""
        self.numbers.append(name)
        return name

    def weight(self, name, axes=None, shape=None):
        """A weight as it is stored, made whole in the graph, where the runtime does it once."""
        values, packing = self.weights[name]
        values = values if axes is None else values.transpose(axes)
        stored = self.constant(values if shape is None else values.reshape(shape), values.dtype)
        if packing is None:
            return stored
        scale, least = map(self.constant, packing)
        return self.add("Add", self.add("Mul", self.add("Cast", stored, to=TensorProto.FLOAT), scale), least)

    def picture(self, side):
        """The input resized to `side`, channels first."""
        sizes = self.constant([1, side, side, 3], np.int64)
        resized = self.add("Resize", "input", "", "", sizes, mode="linear", coordinate_transformation_mode="asymmetric")
        return self.add("Transpose", resized, perm=[0, 3, 1, 2])

    def centred_picture(self, side):
        centred = self.add("Sub", self.picture(side), self.constant(np.reshape(MEAN_RGB, (1, 3, 1, 1))))
        return self.add("Div", centred, self.constant(255))

    def convolve(self, source, filters, stride=1, pad="SAME_UPPER"):
        return self.add("Conv", source, self.weight(filters, (3, 2, 0, 1)), strides=[stride] * 2, auto_pad=pad)

    def convolve_each(self, source, filters, stride=1):
        """One filter for each channel."""
        channels = self.weights[filters][0].shape[2]
        kernel = self.weight(filters, (2, 3, 0, 1))
        return self.add("Conv", source, kernel, strides=[stride] * 2, auto_pad="SAME_UPPER", group=channels)

    def plus_channels(self, source, bias):
        return self.add("Add", source, self.weight(bias, shape=(1, -1, 1, 1)))

    def relu_of_sum(self, first, *others):
        total = first
        for other in others:
            total = self.add("Add", total, other)
        return self.add("Relu", total)


def landmarks(graph):
    return {graph.add("Identity", classified(graph), name="output"): [1, 136]}


def expression(graph):
    return {graph.add("Softmax", classified(graph), name="output", axis=1): [1, 7]}


def classified(graph):
    """Four dense blocks and a full layer."""
    features = graph.centred_picture(112)
    for block in range(4):
        features = dense_block(graph, features, f"dense{block}", first=block == 0)
    pooled = graph.add("Flatten", graph.add("AveragePool", features, kernel_shape=[7, 7], strides=[2, 2]))
    return graph.add("Add", graph.add("MatMul", pooled, graph.weight("fc/weights")), graph.weight("fc/bias"))


def dense_block(graph, source, name, first):
    if first:
        layers = [graph.plus_channels(graph.convolve(source, f"{name}/conv0/filters", 2), f"{name}/conv0/bias")]
    else:
        layers = [separable(graph, source, f"{name}/conv0", 2)]
    layers = [graph.relu_of_sum(*layers)]
    for layer in (1, 2, 3):
        layers.append(separable(graph, graph.relu_of_sum(*layers) if layer > 1 else layers[0], f"{name}/conv{layer}"))
    return graph.relu_of_sum(*layers)


def separable(graph, source, name, stride=1):
    each = graph.convolve_each(source, f"{name}/depthwise_filter", stride)
    return graph.plus_channels(graph.convolve(each, f"{name}/pointwise_filter"), f"{name}/bias")


def identity(graph):
    """A residual network: 29 convolutions."""
    features = scaled(graph, graph.centred_picture(150), "conv32_down", 2, "VALID")
    features = graph.add("MaxPool", graph.add("Relu", features), kernel_shape=[3, 3], strides=[2, 2])
    side = 35  # cells of the map; 150 pixels, halved twice without what does not fill a filter
    for channels, count in ((32, 3), (64, 3), (128, 2), (256, 2)):
        if channels > 32:
            features, side = residual_down(graph, features, f"conv{channels}_down", channels, side)
        for layer in range(1, count + 1):
            first = graph.add("Relu", scaled(graph, features, f"conv{channels}_{layer}/conv1"))
            features = graph.relu_of_sum(scaled(graph, first, f"conv{channels}_{layer}/conv2"), features)
    features, _ = residual_down(graph, features, "conv256_down_out", 256, side, doubles=False)
    middle = graph.add("Flatten", graph.add("GlobalAveragePool", features))
    return {graph.add("MatMul", middle, graph.weight("fc"), name="output"): [1, 128]}


def scaled(graph, source, name, stride=1, pad="SAME_UPPER"):
    convolved = graph.plus_channels(graph.convolve(source, f"{name}/conv/filters", stride, pad), f"{name}/conv/bias")
    weighed = graph.add("Mul", convolved, graph.weight(f"{name}/scale/weights", shape=(1, -1, 1, 1)))
    return graph.plus_channels(weighed, f"{name}/scale/biases")


def residual_down(graph, source, name, channels, side, doubles=True):
    """Halves a map of `side` cells; what its two ways lack in cells or channels is filled with zeros."""
    first = graph.add("Relu", scaled(graph, source, f"{name}/conv1", 2, "VALID"))
    out, out_side = scaled(graph, first, f"{name}/conv2"), (side - 3) // 2 + 1
    pooled, pooled_side = graph.add("AveragePool", source, kernel_shape=[2, 2], strides=[2, 2]), side // 2
    if doubles:
        pooled = graph.add("Pad", pooled, graph.constant([0, 0, 0, 0, 0, channels // 2, 0, 0], np.int64))
    if out_side < pooled_side:
        out = graph.add("Pad", out, graph.constant([0] * 6 + [pooled_side - out_side] * 2, np.int64))
    return graph.relu_of_sum(pooled, out), pooled_side


NETWORKS = {"landmarks": landmarks, "expression": expression, "identity": identity, "detector": detector}
