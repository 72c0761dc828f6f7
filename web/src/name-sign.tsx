/** The house's sign with a name beside it, at the head of a page. */
export function NameSign({ name = "Keepsake" }: { readonly name?: string }) {
  return (
    <h1>
      <img src="/icon.svg" alt="" width="32" height="32" />
      {name}
    </h1>
  );
}
