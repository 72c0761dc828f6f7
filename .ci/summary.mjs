// Adds up the results of the test runs and of the other steps, prints them as one line, and fails when anything failed.
import { existsSync, readFileSync } from "node:fs";

const [failedSteps, ...files] = process.argv.slice(2);
let [passed, failed, skipped] = [0, 0, 0];
for (const file of files) {
  if (!existsSync(file)) {
    console.log(`no results were written to ${file}`);
    failed++;
    continue;
  }
  const results = JSON.parse(readFileSync(file, "utf8"));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  skipped += results.numPendingTests + (results.numTodoTests ?? 0);
  for (const { assertionResults } of results.testResults)
    for (const { status, fullName } of assertionResults)
      if (status === "skipped" || status === "pending" || status === "todo") console.log(`skipped: ${fullName}`);
  // A file that cannot even be loaded has no tests that could fail.
  failed += results.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
}
// A step without tests, such as the linter, counts as one failure when nothing else tells of it.
if (Number(failedSteps) > 0 && failed === 0) failed = Number(failedSteps);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
