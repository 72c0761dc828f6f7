"""The three custom operations with which MediaPipe's attention face mesh looks at lips and eyes again.

Landmarks2TransformMatrix  the upright box round some of the 468 points, in the axes of the line from one point to another,
                           enlarged, as the matrix from a patch of cells to the feature map.
TransformTensorBilinear    that patch of the feature map, sampled at cell centres.
TransformLandmarks         points of the patch, put back onto the crop.

All matrices are row-major 1x4x4; points are in the crop's pixels divided by the feature map's stride.
"""

import numpy as np
from onnx import helper, numpy_helper

PATCH = 16  # cells a side of a region's patch
FEATURE_MAP = 48  # cells a side of the feature map
TINY = 1e-12  # keeps a zero-length eye line from dividing by zero


class Piece:
    """Nodes and constants that stand in for one operation; every name starts with the operation's output."""

    def __init__(self, prefix):
        self.prefix, self.nodes, self.constants = prefix, [], {}

    def add(self, op, inputs, suffix=None, **attributes):
        """One operation; its output is the replaced operation's own when no suffix is given."""
        name = self.prefix if suffix is None else f"{self.prefix}/{suffix}"
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return name

    def constant(self, suffix, values):
        name = f"{self.prefix}/{suffix}"
        self.constants[name] = numpy_helper.from_array(np.asarray(values), name)
        return name

    def integers(self, *values):
        return self.constant("int_" + "_".join(map(str, values)), np.array(values, np.int64))

    def real(self, value):
        return self.constant(f"real_{value}", np.float32(value))

    def matrix_columns(self, matrix, columns, suffix):
        """Columns of the first two rows of a 1x4x4 matrix."""
        rows = self.add("Slice", [matrix, self.integers(0), self.integers(2), self.integers(1)], f"{suffix}/rows")
        return self.add("Gather", [rows, self.integers(*columns)], suffix, axis=2)

    def done(self):
        return self.nodes, self.constants


def attention_rewrites(options):
    """Replacements by operation; `options` are the file's custom options by output name."""
    return {
        "TFL_Landmarks2TransformMatrix": lambda node, _: region_matrix(node, options[node.output[0]]),
        "TFL_TransformTensorBilinear": lambda node, _: sample_patch(node),
        "TFL_TransformLandmarks": lambda node, _: move_points(node),
    }


def region_matrix(node, options):
    piece, points = Piece(node.output[0]), node.input[0]
    x, y = region_coordinates(piece, points, np.array(options["subset_idxs"], np.int64).ravel())
    cos, sin = direction(piece, points, options["left_rotation_idx"], options["right_rotation_idx"])
    u, v = turn(piece, cos, sin, x, y, "upright", back=False)
    width, middle_u = span(piece, u, options["scale_x"], "u")
    height, middle_v = span(piece, v, options["scale_y"], "v")
    centre_x, centre_y = turn(piece, cos, sin, middle_u, middle_v, "centre", back=True)
    a, c = piece.add("Mul", [cos, width], "a"), piece.add("Mul", [sin, width], "c")
    b = piece.add("Neg", [piece.add("Mul", [sin, height], "minus_b")], "b")
    d = piece.add("Mul", [cos, height], "d")
    shift_x, shift_y = patch_corner(piece, centre_x, a, b, "tx"), patch_corner(piece, centre_y, c, d, "ty")
    zero = piece.constant("zero", np.zeros((1, 1), np.float32))
    one = piece.constant("one", np.ones((1, 1), np.float32))
    rows = [[a, b, zero, shift_x], [c, d, zero, shift_y], [zero, zero, one, zero], [zero, zero, zero, one]]
    flat = piece.add("Concat", [value for row in rows for value in row], "flat", axis=1)
    piece.add("Reshape", [flat, piece.integers(1, 4, 4)])
    return piece.done()


def region_coordinates(piece, points, subset):
    chosen = piece.add("Gather", [points, piece.constant("subset", subset)], "points", axis=1)
    axis = lambda index: piece.constant(f"axis_{index}", np.int64(index))
    return tuple(piece.add("Gather", [chosen, axis(index)], name, axis=2) for index, name in enumerate("xy"))


def direction(piece, points, start, end):
    """Cosine and sine of the line from one point to another."""
    ends = piece.add("Gather", [points, piece.integers(start, end)], "ends", axis=1)
    first, second = (
        piece.add("Gather", [ends, piece.constant(f"axis_{i}", np.int64(i))], f"end_{i}", axis=1) for i in (0, 1)
    )
    step = piece.add("Sub", [second, first], "step")
    dx, dy = (piece.add("Gather", [step, piece.integers(i)], f"d{name}", axis=1) for i, name in enumerate("xy"))
    squares = [piece.add("Mul", [value, value], f"{value.rsplit('/')[-1]}_squared") for value in (dx, dy)]
    square = piece.add("Add", [piece.add("Add", squares, "square"), piece.real(TINY)], "square_safe")
    length = piece.add("Sqrt", [square], "length")
    return piece.add("Div", [dx, length], "cos"), piece.add("Div", [dy, length], "sin")


def turn(piece, cos, sin, x, y, suffix, back):
    """Coordinates along and across the line, or, with `back`, from those to x and y again."""
    plus, minus = ("Sub", "Add") if back else ("Add", "Sub")
    product = lambda a, b, name: piece.add("Mul", [a, b], f"{suffix}/{name}")
    u = piece.add(plus, [product(cos, x, "cx"), product(sin, y, "sy")], f"{suffix}/u")
    v = piece.add(minus, [product(cos, y, "cy"), product(sin, x, "sx")], f"{suffix}/v")
    return u, v


def span(piece, values, scale, suffix):
    """Size of a patch cell over the enlarged extent of the values, and their middle."""
    high = piece.add("ReduceMax", [values], f"{suffix}/max", axes=[1], keepdims=1)
    low = piece.add("ReduceMin", [values], f"{suffix}/min", axes=[1], keepdims=1)
    extent = piece.add("Sub", [high, low], f"{suffix}/extent")
    cell = piece.add("Mul", [extent, piece.real(scale / PATCH)], f"{suffix}/cell")
    total = piece.add("Add", [high, low], f"{suffix}/sum")
    return cell, piece.add("Mul", [total, piece.real(0.5)], f"{suffix}/middle")


def patch_corner(piece, centre, along, across, suffix):
    """Where the patch's upper left corner lies: half a patch back from its centre on both axes."""
    both = piece.add("Add", [along, across], f"{suffix}/sum")
    half = piece.add("Mul", [both, piece.real(PATCH / 2)], f"{suffix}/half")
    return piece.add("Sub", [centre, half], suffix)


def sample_patch(node):
    piece, (features, matrix) = Piece(node.output[0]), node.input
    rows, columns = np.mgrid[0:PATCH, 0:PATCH] + 0.5
    centres = np.stack([columns.ravel(), rows.ravel(), np.ones(PATCH * PATCH)]).astype(np.float32)
    placed = piece.add("MatMul", [piece.matrix_columns(matrix, (0, 1, 3), "matrix"), piece.constant("cells", centres)], "at")
    placed = piece.add("Transpose", [placed], "at_xy", perm=[0, 2, 1])
    scaled = piece.add("Mul", [placed, piece.real(2 / FEATURE_MAP)], "scaled")
    grid = piece.add("Sub", [scaled, piece.real(1.0)], "grid")
    grid = piece.add("Reshape", [grid, piece.integers(1, PATCH, PATCH, 2)], "grid_4d")
    channels_first = piece.add("Transpose", [features], "features", perm=[0, 3, 1, 2])
    sampling = {"align_corners": 0, "mode": "bilinear", "padding_mode": "zeros"}
    patch = piece.add("GridSample", [channels_first, grid], "patch", **sampling)
    piece.add("Transpose", [patch], perm=[0, 2, 3, 1])
    return piece.done()


def move_points(node):
    piece, (points, matrix) = Piece(node.output[0]), node.input
    linear = piece.add("Transpose", [piece.matrix_columns(matrix, (0, 1), "linear")], "linear_t", perm=[0, 2, 1])
    offset = piece.add("Transpose", [piece.matrix_columns(matrix, (3,), "offset")], "offset_t", perm=[0, 2, 1])
    piece.add("Add", [piece.add("MatMul", [points, linear], "turned"), offset])
    return piece.done()
