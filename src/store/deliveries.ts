import type { Records, Values } from "./database.ts";
import type { Delivery } from "./record-types.ts";
import { deliveryRow } from "./rows.ts";
import type { DeliveryStore } from "./store.ts";

/** Where the bot's messages about photos are. */
export class DiskDeliveries implements DeliveryStore {
  constructor(private readonly records: Records) {}

  async record({ platform, chat, message, photo, clip, user }: Delivery): Promise<boolean> {
    const { changes } = this.records.run(
      `INSERT OR REPLACE INTO deliveries (platform, chat, message, photo, clip, user)
       SELECT :platform, :chat, :message, :photo, (SELECT id FROM clips WHERE id = :clip), :user
       WHERE EXISTS (SELECT 1 FROM photos WHERE id = :photo)`,
      { platform, chat, message, photo, clip, user },
    );
    return changes > 0;
  }

  async find(platform: string, chat: string, message: string): Promise<Delivery | null> {
    const where = "platform = :platform AND chat = :chat AND message = :message";
    return (await this.select(where, { platform, chat, message }))[0] ?? null;
  }

  async newest(platform: string, chat: string): Promise<Delivery | null> {
    const sql = "SELECT * FROM deliveries WHERE platform = :platform AND chat = :chat ORDER BY rowid DESC LIMIT 1";
    return this.records.get(deliveryRow, sql, { platform, chat });
  }

  async ofPhoto(photo: string): Promise<Delivery[]> {
    return this.select("photo = :photo", { photo });
  }

  async ofUser(user: string): Promise<Delivery[]> {
    return this.select("user = :user OR photo IN (SELECT id FROM photos WHERE owner = :user)", { user });
  }

  async remove(platform: string, chat: string, message: string): Promise<void> {
    this.records.run("DELETE FROM deliveries WHERE platform = :platform AND chat = :chat AND message = :message", {
      platform,
      chat,
      message,
    });
  }

  private async select(where: string, values: Values): Promise<Delivery[]> {
    return this.records.all(deliveryRow, `SELECT * FROM deliveries WHERE ${where} ORDER BY rowid`, values);
  }
}
