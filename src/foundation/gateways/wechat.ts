/** A template message of the community's WeChat service account to one follower. */

/**
 * `to`: the follower's openid; `template`: our name of the message, which the settings translate into the id WeChat gave it;
 * `text` ready to read; `vars` what is filled in. Rejects with `Undelivered` when the message was not accepted.
 */
export type WechatMessage = { to: string; text: string; template: string; vars: Record<string, string> };
export type WechatGateway = { send(message: WechatMessage): Promise<void> };
