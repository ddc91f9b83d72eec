/** Colour, space and type. Each pair of text and ground has a contrast of at least 4.5 to 1 in light and in dark. */
export const tokens = `:root{color-scheme:light dark;
--text:light-dark(#1a1f24,#e8eaed);--muted:light-dark(#51585f,#a9b1b9);--line:light-dark(#d5dadf,#3a4148);--edge:light-dark(#737b83,#8b949d);
--ground:light-dark(#f3f5f6,#15181b);--surface:light-dark(#fff,#1e2226);--raised:light-dark(#f7f9fa,#262b30);
--accent:light-dark(#0b6e6e,#5cc8c4);--accent-strong:light-dark(#085454,#8fe0dc);--on-accent:light-dark(#fff,#06201f);--accent-soft:light-dark(#e2f1f0,#17322f);
--danger:light-dark(#a8201a,#ff9b93);--danger-soft:light-dark(#fdeceb,#3a1d1b);
--ok:light-dark(#1c5c2e,#8fd6a1);--ok-soft:light-dark(#e6f4e9,#19301f);
--warn:light-dark(#6d4700,#f0c36a);--warn-soft:light-dark(#fff4d9,#35290f);
--grey:light-dark(#4a5157,#b4bcc4);--grey-soft:light-dark(#eceff1,#2b3036);
--space-1:.25rem;--space-2:.5rem;--space-3:1rem;--space-4:1.75rem;--radius:.5rem;
--sans:system-ui,-apple-system,"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
html.large{font-size:125%}
html.large body{line-height:1.8}
`;
