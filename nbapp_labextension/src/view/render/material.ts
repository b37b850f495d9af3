/** Icons that Streamlit takes from a web font, which is not here: the nearest sign that fonts have. */
const SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "add:+ analytics:📊 arrow_back:← arrow_downward:↓ arrow_forward:→ arrow_upward:↑ attach_file:📎 bar_chart:📊 " +
    "bolt:⚡ book:📖 bug_report:🐞 build:🔧 calendar_today:📅 cancel:✖ chat:💬 check:✓ check_circle:✅ close:✕ " +
    "cloud:☁ code:⌨ dangerous:⛔ dashboard:📊 dark_mode:🌙 database:🗄 delete:🗑 description:📄 done:✓ download:⬇ " +
    "edit:✎ email:✉ error:❗ event:📅 favorite:❤ file_download:⬇ file_upload:⬆ filter_alt:⏷ flag:⚑ folder:📁 group:👥 " +
    "help:❓ history:🕘 home:⌂ hourglass_empty:⏳ image:🖼 info:ℹ key:🔑 language:🌐 light_mode:☀ lightbulb:💡 link:🔗 " +
    "list:☰ location_on:📍 lock:🔒 login:⇥ logout:⇤ mail:✉ map:🗺 menu:☰ mic:🎤 monitoring:📈 more_vert:⋮ " +
    "music_note:♪ notifications:🔔 palette:🎨 pause:⏸ person:👤 phone:📞 photo_camera:📷 pin_drop:📍 play_arrow:▶ " +
    "public:🌐 refresh:↻ remove:− restart_alt:↻ rocket_launch:🚀 save:💾 schedule:🕒 school:🎓 science:🔬 search:🔍 " +
    "send:➤ settings:⚙ share:↗ shopping_cart:🛒 shield:🛡 show_chart:📈 smart_toy:🤖 sort:⇅ speed:⏱ star:★ stop:■ " +
    "sunny:☀ sync:↻ table_chart:▦ task_alt:✅ thumb_down:👎 thumb_up:👍 timer:⏱ translate:🌐 trending_down:↘ " +
    "trending_up:↗ undo:↶ upload:⬆ verified:✔ videocam:🎥 visibility:👁 warning:⚠ wifi:📶 work:💼"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** The sign for an icon's name; undefined if there is none like it. */
export function materialIcon(name: string): string | undefined {
  return SIGNS[name];
}

/** What to show for an `icon=` argument: an emoji stays, `:material/name:` becomes its sign. */
export function iconText(icon: unknown): string {
  if (typeof icon !== "string") return "";
  const name = /^:material\/([a-z0-9_]+):$/.exec(icon)?.[1];
  return name ? (materialIcon(name) ?? "") : icon;
}
