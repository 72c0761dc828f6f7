import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Keeps room for whoever comes next: once `most` connections are open, the one that has been silent longest is closed for a new
 * one. Only when all of them have a request in work is the new one turned away.
 */
export function keepRoom(server: Server, most: number): void {
  const open = new Set<Socket>();
  // A set keeps the order in which its members came, so the first has been silent longest.
  const silent = new Set<Socket>();
  server.on("connection", (socket) => {
    if (open.size >= most) {
      const [longest] = silent;
      if (longest === undefined) {
        socket.destroy();
        return;
      }
      forget(longest);
      longest.destroy();
    }
    open.add(socket);
    silent.add(socket);
    socket.once("close", () => forget(socket));
  });
  server.on("request", ({ socket }, response) => {
    silent.delete(socket);
    response.once("close", () => {
      if (open.has(socket)) silent.add(socket);
    });
  });
  function forget(socket: Socket): void {
    open.delete(socket);
    silent.delete(socket);
  }
}
