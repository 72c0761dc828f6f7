/** Before anybody came in there are no texts yet, so this speaks English. */
export function Closed({ why }: { readonly why: "invitation" | "unreachable" }) {
  return (
    <main class="closed">
      <h1>Keepsake</h1>
      <p>
        {why === "invitation"
          ? "This page is for invited guests. Please open the link that you were given."
          : "Keepsake does not answer just now. Please load this page again in a moment."}
      </p>
    </main>
  );
}
