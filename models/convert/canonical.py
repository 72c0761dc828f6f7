"""Give a model the same bytes however its tensors were numbered: tf2onnx numbers them differently in every run."""

import sys
from pathlib import Path

import onnx

sys.setrecursionlimit(10_000)  # `needed_nodes` goes as deep as the network has layers


def save_canonical(model, path):
    """Orders nodes as the outputs need them, numbers all inner tensors in that order, drops what nothing needs, saves."""
    graph = model.graph
    nodes = needed_nodes(graph)
    names = {value.name: value.name for value in [*graph.input, *graph.output]}
    for node in nodes:
        for name in [*node.input, *node.output]:
            if name:  # "" is an optional input that is left out
                names.setdefault(name, f"tensor_{len(names)}")
    constants = {names[tensor.name]: tensor for tensor in graph.initializer if tensor.name in names}
    for number, node in enumerate(nodes):
        node.name = f"{node.op_type}_{number}"
        node.input[:] = [names.get(name, "") for name in node.input]
        node.output[:] = [names.get(name, "") for name in node.output]
    for name, tensor in constants.items():
        tensor.name = name
    replace(graph.node, nodes)
    replace(graph.initializer, [constants[name] for name in names.values() if name in constants])
    del graph.value_info[:]
    graph.name, graph.doc_string, model.doc_string = "model", "", ""
    onnx.checker.check_model(model, full_check=True)
    Path(path).write_bytes(model.SerializeToString(deterministic=True))


def needed_nodes(graph):
    """The nodes that the outputs need, each after those that it needs itself."""
    makers = {output: node for node in graph.node for output in node.output}
    ordered, seen = [], set()

    def visit(name):
        node = makers.get(name)
        if node is None or node.output[0] in seen:
            return
        seen.add(node.output[0])
        for value in node.input:
            visit(value)
        ordered.append(node)

    for output in graph.output:
        visit(output.name)
    return ordered


def replace(repeated, items):
    """Puts items into a repeated field that may hold them already."""
    copies = [type(item).FromString(item.SerializeToString()) for item in items]
    del repeated[:]
    repeated.extend(copies)
