import { render } from "preact";
import { App } from "./app.tsx";
import { acceptShared } from "./shared.ts";

const root = document.getElementById("page");
if (root !== null) render(<App />, root);
acceptShared();
