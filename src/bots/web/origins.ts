import { isIP } from "node:net";
import { isLoopback, type WebConfig } from "../../config.ts";

/** Which addresses of the page are ours: a name that an attacker points at this machine is not (DNS rebinding). */
export class Origins {
  constructor(private readonly config: Pick<WebConfig, "host" | "origin">) {}

  /** Whether a request's Host header names us: this machine itself, `WEB_URL`, or an IP address where others may come. */
  knowsHost(header: string | undefined): boolean {
    const url = parse(`http://${header ?? ""}`);
    if (url === null || url.host !== (header ?? "").toLowerCase().replace(/:80$/, "")) return false;
    const name = url.hostname.replace(/^\[|\]$/g, "");
    if (isLoopback(name)) return true;
    if (this.config.origin !== undefined && parse(this.config.origin)?.hostname === url.hostname) return true;
    return !isLoopback(this.config.host) && (isIP(name) !== 0 || name === this.config.host);
  }

  /** Whether a page of ours sent this: its Origin header is `WEB_URL`, or elsewhere the address that it was sent to. */
  isOurs(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return false;
    const outside = parse(this.config.origin ?? "");
    // Under that name nothing but its own scheme and port is ours.
    if (outside !== null && parse(origin)?.hostname === outside.hostname) return origin === outside.origin;
    return origin === `http://${host ?? ""}`;
  }
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
