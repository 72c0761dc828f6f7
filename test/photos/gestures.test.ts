import { describeGestures, describeSmile } from "../support/gesture-suite.ts";
import { collected } from "../support/photos.ts";

describeSmile("a boy in 1945", collected("old/london_boy_1945.jpg"));
describeGestures("a studio portrait", collected("modern/obama_official.jpg"));
