"""Write out the custom operations of MediaPipe's TFLite models in standard ONNX operations.

tf2onnx leaves an operation that it does not know in the graph under its TFLite name; each function here replaces one kind.
"""

import onnx
from onnx import helper, numpy_helper

from attention_operations import attention_rewrites
from canonical import save_canonical
from tflite_file import read_custom_options


def rewrite_custom_operations(tflite_path, converted_path, target_path):
    """Replaces every custom operation of the converted file and saves the result.

    The TFLite file is read again for the operations' options, which tf2onnx does not carry over.
    """
    model = onnx.load(converted_path)
    rewrites = {
        **attention_rewrites(read_custom_options(tflite_path)),
        "TFL_Convolution2DTransposeBias": transpose_convolution,
    }
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    nodes, constants = [], {}
    for node in model.graph.node:
        rewrite = rewrites.get(node.op_type)
        if rewrite is None:
            nodes.append(node)
            continue
        new_nodes, new_constants = rewrite(node, weights)
        nodes.extend(new_nodes)
        constants.update(new_constants)
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    model.graph.initializer.extend(constants.values())
    keep_standard_domains(model)
    save_canonical(model, target_path)


def transpose_convolution(node, weights):
    """MediaPipe's transposed convolution with a bias: 2x2 patches, 2 apart, so that they tile and nothing is cut off."""
    values, kernel_name, bias = node.input
    kernel = weights[kernel_name]  # output channel, row, column, input channel
    assert kernel.shape[1:3] == (2, 2), f"expected a 2x2 kernel, got {kernel.shape}"
    out = node.output[0]
    first, last = f"{out}/channels_first", f"{out}/upsampled"
    kernel_first = numpy_helper.from_array(kernel.transpose(3, 0, 1, 2).copy(), f"{out}/kernel")
    nodes = [
        helper.make_node("Transpose", [values], [first], name=first, perm=[0, 3, 1, 2]),
        helper.make_node("ConvTranspose", [first, kernel_first.name, bias], [last], name=last, strides=[2, 2]),
        helper.make_node("Transpose", [last], [out], name=out, perm=[0, 2, 3, 1]),
    ]
    return nodes, {kernel_first.name: kernel_first}


def keep_standard_domains(model):
    for opset in [opset for opset in model.opset_import if opset.domain not in ("", "ai.onnx.ml")]:
        model.opset_import.remove(opset)
