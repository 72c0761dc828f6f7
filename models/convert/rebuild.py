"""Rebuild every model of models/ and models/judges/, and their manifests, from packages of the npm registry.

usage: python3.11 models/convert/rebuild.py [--work FOLDER]

Needs Python 3.11, npm and their registries; makes two virtual environments and a folder of npm packages in the work folder (about 3 GB,
kept for the next run). Only whoever changes a model runs this: the product reads the committed files.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from sources import REFERENCE

HERE = Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "keepsake-models")
    work = parser.parse_args().work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    converter = environment(work / "converter", HERE / "requirements.txt")
    reference = environment(work / "reference", HERE / "requirements-reference.txt")
    node_packages(work / "node", REFERENCE)
    run(converter, HERE / "convert.py", work)
    run(converter, HERE / "parity_crops.py", work)
    run(converter, HERE / "quantise.py", work)
    run(reference, HERE / "parity_reference.py", work)
    run("node", HERE / "parity_layers.mjs", work)
    run("node", HERE / "parity_judges.mjs", work)
    run(converter, HERE / "parity.py", work)
    run(converter, HERE / "parity_judges.py", work)
    run(converter, HERE / "manifest.py", work)


def environment(folder, requirements):
    """Python of a virtual environment with the pinned packages, made when it is not there yet."""
    python = folder / "bin" / "python"
    done = folder / requirements.name
    if not done.exists() or done.read_text() != requirements.read_text():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", requirements], check=True)
        done.write_text(requirements.read_text())
    return python


def node_packages(folder, specs):
    folder.mkdir(exist_ok=True)
    subprocess.run(["npm", "install", "--silent", "--no-save", "--ignore-scripts", "--prefix", folder, *specs], check=True)


def run(python, script, work):
    print(f"== {script.name}", flush=True)
    options = [] if python == "node" else ["-B"]
    subprocess.run([python, *options, script, work], check=True)


if __name__ == "__main__":
    main()
