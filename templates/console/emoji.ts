/** Emoji by the names Slack knows them by, as far as messages use them. */
const emoji: Readonly<Record<string, string>> = {
  alarm_clock: '⏰',
  arrow_right: '➡️',
  bell: '🔔',
  calendar: '📅',
  date: '📅',
  eyes: '👀',
  heavy_check_mark: '✔️',
  hourglass: '⌛',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  no_entry: '⛔',
  octagonal_sign: '🛑',
  rotating_light: '🚨',
  sun_with_face: '🌞',
  sunny: '☀️',
  sunrise: '🌅',
  ticket: '🎫',
  warning: '⚠️',
  white_check_mark: '✅',
  x: '❌',
};

/** The character, or the name as it was written. */
export function emojiNamed(name: string): string {
  return emoji[name] ?? `:${name}:`;
}
