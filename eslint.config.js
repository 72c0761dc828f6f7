import tseslint from "typescript-eslint";

const noDefaultExport = {
  selector: "ExportDefaultDeclaration, ExportSpecifier[exported.name='default']",
  message: "Export by name, so that a thing has the same name everywhere.",
};
const noEnum = { selector: "TSEnumDeclaration", message: "Use a union of string literals." };
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Only src/environment.ts reads the environment.",
};

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "data/", "models/", "coverage/", ".cache/", "page/", "bin/"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", noDefaultExport, noEnum, noEnvironment],
      "no-console": "error",
      eqeqeq: "error",
      // What returns a promise fails by that promise and never before it.
      "@typescript-eslint/promise-function-async": "error",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  { files: ["src/environment.ts"], rules: { "no-restricted-syntax": ["error", noDefaultExport, noEnum] } },
  {
    // Pixel and mesh loops index typed arrays within bounds that they have just computed; a check per access would cost time.
    files: ["src/pipeline/**/*.ts", "fidelity/{damage,false-alarms,flow,living,scratches,sheets,unmarked,views}.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    // A `describe` block is a list of tests, not a function that somebody has to hold in their head.
    files: ["test/**/*.ts"],
    rules: {
      "max-lines-per-function": "off",
      "no-restricted-syntax": ["error", noEnum],
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  { files: ["**/*.config.ts"], rules: { "no-restricted-syntax": "off" } },
);
