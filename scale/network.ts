import { spawnSync } from "node:child_process";

const BRIDGE = "kscale";
const NETWORK = "10.213.7";
export const OWN_ADDRESS = `${NETWORK}.1`;
export const HOSTS = [1, 2] as const;
type Host = (typeof HOSTS)[number];

/** A bridge, and for each host a network namespace with one end of a cable in it. Needs root. */
export function openNetwork(): void {
  closeNetwork();
  ip("link", "add", BRIDGE, "type", "bridge");
  ip("addr", "add", `${OWN_ADDRESS}/24`, "dev", BRIDGE);
  ip("link", "set", BRIDGE, "up");
  for (const host of HOSTS) {
    const [name, cable] = [`${BRIDGE}${host}`, cableOf(host)];
    ip("netns", "add", name);
    ip("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", name);
    ip("link", "set", cable, "master", BRIDGE, "up");
    ip("-n", name, "addr", "add", `${NETWORK}.${10 + host}/24`, "dev", "eth0");
    ip("-n", name, "link", "set", "eth0", "up");
    ip("-n", name, "link", "set", "lo", "up");
  }
}

export function closeNetwork(): void {
  for (const host of HOSTS) spawnSync("ip", ["netns", "del", `${BRIDGE}${host}`]);
  spawnSync("ip", ["link", "del", BRIDGE]);
}

/** What goes before a command that is to run on a host. */
export function inNetworkOf(host: Host): readonly string[] {
  return ["ip", "netns", "exec", `${BRIDGE}${host}`];
}

/** Pulls the cable. */
export function cutOff(host: Host): void {
  ip("link", "set", cableOf(host), "down");
}

export function putBack(host: Host): void {
  ip("link", "set", cableOf(host), "up");
}

/** Loses so many of a hundred packets that come, and as many that go. */
export function losePackets(host: Host, percent: number): void {
  const [program = "", ...inside] = inNetworkOf(host);
  for (const chain of ["INPUT", "OUTPUT"]) {
    const rule = [
      "-A",
      chain,
      "-m",
      "statistic",
      "--mode",
      "random",
      "--probability",
      String(percent / 100),
      "-j",
      "DROP",
    ];
    run(program, [...inside, "iptables", ...rule]);
  }
}

function cableOf(host: Host): string {
  return `${BRIDGE}v${host}`;
}

function ip(...words: readonly string[]): void {
  run("ip", words);
}

function run(program: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${stderr}`);
}
