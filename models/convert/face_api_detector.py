"""face-api's detector: SSD MobileNet."""

import numpy as np

BATCH_NORM_EPSILON = 0.0010000000474974513
HALVING_LAYERS = (2, 4, 6, 12)
# The layers behind the backbone come in pairs, the second of which halves the map.
EXTRA_PAIRS = 4
MOST_FACES, MOST_OVERLAP = 100, 0.5


def detector(graph):
    """Top, left, bottom and right of each face in sides of the picture, the surest face first, and how sure it is."""
    maps = backbone(graph, graph.add("Sub", graph.add("Div", graph.picture(512), graph.constant(127.5)), graph.constant(1)))
    for pair in range(EXTRA_PAIRS):
        widened = pointwise(graph, maps[-1], f"Prediction/Conv2d_{2 * pair}_pointwise")
        maps.append(pointwise(graph, widened, f"Prediction/Conv2d_{2 * pair + 1}_pointwise", stride=2))
    boxes = placed(graph, predictions(graph, maps, "BoxEncodingPredictor", 4))
    # Of the three classes the second is a face; the first is none.
    scores = graph.add("Sigmoid", part(graph, predictions(graph, maps, "ClassPredictor", 3), 1, 2))
    kept = graph.add(
        "NonMaxSuppression",
        boxes,
        graph.add("Transpose", scores, perm=[0, 2, 1]),
        graph.constant([MOST_FACES], np.int64),
        graph.constant([MOST_OVERLAP]),
        graph.number("least_score"),
    )
    which = graph.add("Squeeze", part(graph, kept, 2, 3, axis=1), graph.constant([1], np.int64))
    graph.add("Gather", boxes, which, name="boxes", axis=1)
    graph.add("Gather", scores, which, name="scores", axis=1)
    return {"boxes": [1, "faces", 4], "scores": [1, "faces", 1]}


def backbone(graph, features):
    """MobileNet: the map after its eleventh layer and the last one."""
    features = pointwise(graph, features, "MobilenetV1/Conv2d_0_pointwise", stride=2)
    maps = []
    for layer in range(1, 14):
        name = f"MobilenetV1/Conv2d_{layer}_depthwise"
        features = graph.convolve_each(features, f"{name}/depthwise_weights", 2 if layer in HALVING_LAYERS else 1)
        norms = [graph.weight(f"{name}/BatchNorm/{norm}") for norm in ("gamma", "beta", "moving_mean", "moving_variance")]
        features = clip(graph, graph.add("BatchNormalization", features, *norms, epsilon=BATCH_NORM_EPSILON))
        features = pointwise(graph, features, f"MobilenetV1/Conv2d_{layer}_pointwise")
        if layer in (11, 13):
            maps.append(features)
    return maps


def pointwise(graph, source, name, stride=1):
    convolved = graph.convolve(source, f"{name}/weights", stride)
    return clip(graph, graph.plus_channels(convolved, f"{name}/convolution_bn_offset"))


def clip(graph, source):
    return graph.add("Clip", source, graph.constant(0), graph.constant(6))


def predictions(graph, maps, kind, width):
    """What the six predictors say, `width` numbers for each place where a face may be."""
    rows = []
    for number, features in enumerate(maps):
        name = f"Prediction/BoxPredictor_{number}/{kind}"
        said = graph.plus_channels(graph.convolve(features, f"{name}/weights"), f"{name}/biases")
        channels_last = graph.add("Transpose", said, perm=[0, 2, 3, 1])
        rows.append(graph.add("Reshape", channels_last, graph.constant([1, -1, width], np.int64)))
    return graph.add("Concat", *rows, axis=1)


def placed(graph, offsets):
    """Moves and stretches each place's own box as predicted."""
    places, _ = graph.weights["Output/extra_dim"]
    size = places[..., 2:] - places[..., :2]
    centre, size = graph.constant(places[..., :2] + size / 2), graph.constant(size)
    moved = graph.add("Div", part(graph, offsets, 0, 2), graph.constant(10))
    middle = graph.add("Add", graph.add("Mul", moved, size), centre)
    stretched = graph.add("Exp", graph.add("Div", part(graph, offsets, 2, 4), graph.constant(5)))
    half = graph.add("Div", graph.add("Mul", stretched, size), graph.constant(2))
    return graph.add("Concat", graph.add("Sub", middle, half), graph.add("Add", middle, half), axis=2)


def part(graph, values, start, end, axis=2):
    bounds = (graph.constant([value], np.int64) for value in (start, end, axis))
    return graph.add("Slice", values, *bounds)
