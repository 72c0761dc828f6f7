"""What a TFLite file says that its interpreter does not: the options of custom operations."""

from flatbuffers import flexbuffers
from tensorflow.lite.python import schema_py_generated as schema


def read_custom_options(path):
    """Options of each custom operation by the name of its output tensor; None where they are not a flexbuffer map."""
    with open(path, "rb") as file:
        model = schema.Model.GetRootAsModel(file.read(), 0)
    subgraph = model.Subgraphs(0)
    options = {}
    for i in range(subgraph.OperatorsLength()):
        operator = subgraph.Operators(i)
        if model.OperatorCodes(operator.OpcodeIndex()).CustomCode() is None:
            continue
        output = subgraph.Tensors(operator.OutputsAsNumpy()[0]).Name().decode()
        options[output] = decode(operator)
    return options


def decode(operator):
    if operator.CustomOptionsLength() == 0:
        return None
    try:
        value = flexbuffers.Loads(bytes(operator.CustomOptionsAsNumpy()))
    except (ValueError, IndexError, OverflowError):
        return None
    return value if isinstance(value, dict) else None
