/** A little drawn face that makes the gesture while its button is pointed at or has the focus. */
export function GestureFace({ gesture }: { readonly gesture: string }) {
  return (
    <svg class={`face ${gesture}`} viewBox="0 0 32 32" aria-hidden="true">
      <g class="head">
        <circle class="skin" cx="16" cy="16" r="12.5" />
        <g class="eyes">
          <ellipse class="eye left" cx="11.8" cy="14" rx="1.5" ry="1.9" />
          <ellipse class="eye right" cx="20.2" cy="14" rx="1.5" ry="1.9" />
        </g>
        <path class="mouth" d="M11.5 20.5q4.5 2.2 9 0" />
        <ellipse class="open" cx="16" cy="21" rx="3.2" ry="2.6" />
      </g>
    </svg>
  );
}
