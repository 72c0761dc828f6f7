import { describeGestures, describeSmile } from "../support/gesture-suite.ts";
import { album, PORTRAIT } from "../support/photos.ts";

describeSmile("a woman who looks stern", album("hopper.jpg"));
describeGestures("the example", PORTRAIT);
