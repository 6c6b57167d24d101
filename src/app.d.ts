import type { Session, Viewer } from '#community/people/index.ts';

declare global {
  namespace App {
    interface Locals {
      viewer: Viewer;
      session: Session | null;
      locale: 'zh-CN' | 'en';
      size: 'normal' | 'large';
    }
    interface Error {
      message: string;
      code?: string;
      /** A short number that stands beside the entry in the log. */
      reference?: string;
    }
  }
}
