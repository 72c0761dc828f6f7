import { describeGestures, describeSmile } from "../support/gesture-suite.ts";
import { PORTRAIT, sample } from "../support/photos.ts";

describeSmile("a woman among friends", sample("sample4.jpg"));
describeGestures("the example", PORTRAIT);
