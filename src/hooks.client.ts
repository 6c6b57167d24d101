import { overwriteGetLocale } from '#words/runtime';

overwriteGetLocale(() => (document.documentElement.lang === 'en' ? 'en' : 'zh-CN'));
