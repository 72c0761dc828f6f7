/** For each floor of the pipeline the rule that nothing in it imports from a floor above. */
const floors = (fromTheTop) =>
  fromTheTop.slice(1).map((floor, above) => ({
    name: `pipeline-runs-down-${above + 1}`,
    severity: "error",
    from: { path: `^src/pipeline/${floor}` },
    to: { path: fromTheTop.slice(0, above + 1).map((higher) => `^src/pipeline/${higher}`) },
  }));

/** Which part of the project may know which other part; see docs/architecture.md. */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment: "Types may refer to each other; code that runs may not.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      comment: "A file that nothing imports is dead, or a program that belongs on this list.",
      severity: "error",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: "(^src/(cli|main)\\.ts|\\.d\\.ts|[-.]worker\\.[jt]s|/worker\\.ts)$",
      },
      to: {},
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
    {
      name: "pipeline-knows-no-chat",
      comment: "The stages turn a photo into a clip; they know nothing of who asked.",
      severity: "error",
      from: { path: "^src/pipeline/" },
      to: { path: "^src/(queue|bots|store|cli|main)" },
    },
    {
      name: "provenance-stands-alone",
      comment: "What signs clips, and reads signatures, knows neither how clips are made nor who asked for them.",
      severity: "error",
      from: { path: "^src/provenance/" },
      to: { path: "^src/(?!provenance/|own-version)" },
    },
    {
      name: "help-waits-for-nothing",
      comment: "What reads a command line loads what a command needs only when that is called.",
      severity: "error",
      from: { path: "^src/cli/(main|program|options|help|usage|messages|[a-z]+-formats)\\.ts$" },
      to: {
        path: "^src/(cli|pipeline)/",
        pathNot:
          "^src/(cli/(program|options|help|usage|messages|[a-z]+-formats)|pipeline/(types|video/formats|motion/gesture-order))\\.ts$",
        dependencyTypesNot: ["type-only"],
        dynamic: false,
      },
    },
    {
      name: "drawing-stands-alone",
      comment:
        "Numbers and letters on pictures are drawn by all floors, from the mark of a clip to the command line's sheets.",
      severity: "error",
      from: { path: "^src/draw/" },
      to: { path: "^src/(?!draw/)|node_modules/" },
    },
    {
      name: "the-chat-process-decodes-nothing",
      comment:
        "The process that holds the tokens knows pictures as bytes and as what the studio says of them. Of the pipeline it may " +
        "read which engines, drivers and gestures there are: names, movements and data, checked by zod; and where a portrait's square lies.",
      severity: "error",
      from: {
        path: "^src/((main|config|log|clock|errors)\\.ts$|(bots|queue|store|health|texts|config)/)",
        pathNot: "^src/queue/render/(worker|work|look|face-summary|small-pictures|reduce-picture)\\.ts$",
      },
      to: {
        path:
          "^src/pipeline/|^src/queue/render/(worker|work|look|face-summary|small-pictures|reduce-picture)\\.ts$|" +
          "node_modules/(sharp|onnxruntime-node|@img)/",
        pathNot:
          "^src/pipeline/(request|types|portrait-square|verify/marks|motion/(drivers|choose-driver|channels|gesture-name|gesture-order|movement|song))\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "engine-stays-behind-its-door",
      comment: "Only the list of engines knows the mesh engine; see docs/library.md.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: "^src/pipeline/(mesh/|engines\\.ts$)",
      },
      to: { path: "^src/pipeline/mesh/" },
    },
    // The pipeline's floors, from the top: an arrow may only run down.
    ...floors([
      "((index|pipeline|request|engines)\\.ts$|(clip|sticker|reel|verify)/)",
      "(record|listen)/",
      "mesh/",
      "engine\\.ts$",
      "(motion|enhance)/",
      "perceive/",
      "(photo|video|models)/",
      "threads/",
      "(math|types|limits|portrait-square)\\.ts$",
    ]),
    {
      name: "conversation-knows-no-platform",
      severity: "error",
      from: { path: "^src/bots/conversation/" },
      to: { path: "^src/bots/(telegram|discord|web)/|node_modules/(telegraf|discord\\.js|fastify|@fastify)/" },
    },
    {
      name: "telegraf-only-in-its-adapter",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/bots/telegram/" },
      to: { path: "node_modules/telegraf/" },
    },
    {
      name: "discord-only-in-its-adapter",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/bots/discord/" },
      to: { path: "node_modules/discord\\.js/" },
    },
    {
      name: "fastify-only-in-its-adapter",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/bots/web/" },
      to: { path: "node_modules/(@fastify|fastify)/" },
    },
    {
      name: "one-importer-of-onnxruntime",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/pipeline/models/onnx\\.ts$" },
      to: { path: "node_modules/onnxruntime-node/" },
    },
    {
      name: "child-processes-only-for-ffmpeg-and-rendering",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(pipeline/video/(encode|ffmpeg[^/]*)|queue/render/process)\\.ts$" },
      to: { path: "^(node:)?child_process$" },
    },
    {
      name: "production-needs-no-dev-dependency",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"], pathNot: "node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^page/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
