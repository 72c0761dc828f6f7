/** A little drawn face that makes the gesture: still at its most telling moment, moving while its button is pointed at. */
export function GestureFace({ gesture }: { readonly gesture: string }) {
  return (
    <svg class={`face ${gesture}`} viewBox="0 0 32 32" aria-hidden="true">
      <g class="head">
        <circle class="skin" cx="16" cy="16" r="12.5" />
        <g class="brows">
          <path d="M9.6 10.3q2.2-1.5 4.4-.4" />
          <path d="M22.4 10.3q-2.2-1.5-4.4-.4" />
        </g>
        <g class="eyes">
          <ellipse class="eye left" cx="11.8" cy="14" rx="1.5" ry="1.9" />
          <ellipse class="eye right" cx="20.2" cy="14" rx="1.5" ry="1.9" />
        </g>
        <path class="mouth" d="M11.5 20.5q4.5 2.2 9 0" />
        <ellipse class="open" cx="16" cy="21" rx="3.2" ry="2.6" />
        <g class="signs">
          <path class="nod-sign" d="M27.8 8v12m-2.4-2.6 2.4 2.6 2.4-2.6" />
          <path class="shake-sign" d="M8 29.5h16M10.4 27.2 8 29.5l2.4 2.3M21.6 27.2l2.4 2.3-2.4 2.3" />
          <path class="turn-sign" d="M24 4.5q5 3.5 5 9m-2.5-2.2 2.5 2.4 2-2.8" />
          <path class="sigh-sign" d="M17.5 25.5q3 .2 5 2m-3.5-4q4 0 7 2.4" />
          <path class="drift-sign" d="M1 6.5V1h5.5M25.5 1H31v5.5M31 25.5V31h-5.5M6.5 31H1v-5.5" />
          <path class="asleep-sign" d="M22.5 2.5h3.6l-3.6 4h3.6M27.6 8.5h2.6l-2.6 3h2.6" />
          <path
            class="kiss-sign"
            d="M26 6.2c-1.2-2-4-.8-3.3 1.3.4 1.2 2 2.2 3.3 3.2 1.3-1 2.9-2 3.3-3.2.7-2.1-2.1-3.3-3.3-1.3z"
          />
        </g>
      </g>
    </svg>
  );
}
