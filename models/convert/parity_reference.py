"""Run the mesh and the person mask in MediaPipe itself: its own operations, on the packages' own TFLite files.

usage: parity_reference.py WORK   leaves WORK/reference_mesh.npy and WORK/reference_person.npy
"""

import shutil
import sys
from pathlib import Path

import mediapipe as mp
import numpy as np
from mediapipe.framework.formats import rect_pb2
from mediapipe.python._framework_bindings import resource_util
from PIL import Image

# MediaPipe looks for the models at these places under its resource folder.
PLACES = {
    "face_mesh_attention.tflite": "mediapipe/modules/face_landmark/face_landmark_with_attention.tflite",
    "selfie_segmentation.tflite": "mediapipe/modules/selfie_segmentation/selfie_segmentation.tflite",
}

MESH_GRAPH = """
input_stream: "image"
input_stream: "roi"
output_stream: "landmarks"
node {
  calculator: "ConstantSidePacketCalculator"
  output_side_packet: "PACKET:with_attention"
  options { [mediapipe.ConstantSidePacketCalculatorOptions.ext] { packet { bool_value: true } } }
}
node {
  calculator: "FaceLandmarkCpu"
  input_stream: "IMAGE:image"
  input_stream: "ROI:roi"
  input_side_packet: "WITH_ATTENTION:with_attention"
  output_stream: "LANDMARKS:landmarks"
}
"""


def main(work):
    resources = work / "resources"
    shutil.rmtree(resources, ignore_errors=True)
    for source, place in PLACES.items():
        (resources / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(work / "sources" / source, resources / place)
    resource_util.set_resource_dir(str(resources))
    np.save(work / "reference_mesh.npy", np.array([mesh(picture) for picture in pictures(work, "mesh")]))
    np.save(work / "reference_person.npy", np.array([person(picture) for picture in pictures(work, "person")]))


def pictures(work, kind):
    return [np.asarray(Image.open(path).convert("RGB")) for path in sorted((work / "crops").glob(f"{kind}_*.png"))]


def mesh(picture):
    """478 x (x, y, z) in the crop's pixels; the whole picture is the region of interest, so nothing is resampled."""
    graph = mp.CalculatorGraph(graph_config=MESH_GRAPH)
    answers = []
    graph.observe_output_stream("landmarks", lambda _, packet: answers.append(mp.packet_getter.get_proto(packet)))
    graph.start_run()
    frame = mp.ImageFrame(image_format=mp.ImageFormat.SRGB, data=picture)
    graph.add_packet_to_input_stream("image", mp.packet_creator.create_image_frame(frame).at(0))
    whole = rect_pb2.NormalizedRect(x_center=0.5, y_center=0.5, width=1, height=1, rotation=0)
    graph.add_packet_to_input_stream("roi", mp.packet_creator.create_proto(whole).at(0))
    graph.close_all_packet_sources()
    graph.wait_until_done()
    return [[point.x * 192, point.y * 192, point.z * 192] for point in answers[0].landmark]


def person(picture):
    """Probability of a person per pixel."""
    with mp.solutions.selfie_segmentation.SelfieSegmentation(model_selection=0) as model:
        return model.process(picture).segmentation_mask


if __name__ == "__main__":
    main(Path(sys.argv[1]))
