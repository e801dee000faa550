// How Dear ImGui is built into Storewright: the parts a page needs, and no others. Named by IMGUI_USER_CONFIG.
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS        // 111 KB of brotli that no page shows
#define IMGUI_DISABLE_DEBUG_TOOLS         // the browser's own tools show the mirror
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS  // what upstream will remove is not used here
#define IMGUI_DISABLE_FILE_FUNCTIONS      // a page has no files
#define IMGUI_DISABLE_DEFAULT_FONT        // glyphs come from the browser (web/platform/web_fonts.cpp)

// Leaves stb_truetype out. ImGui then asks ImGuiFreeType::GetFontLoader() for its glyphs, which web_fonts.cpp and
// null_fonts.cpp define; FreeType itself is not linked.
#define IMGUI_ENABLE_FREETYPE

#define IMGUI_USE_WCHAR32       // every Unicode letter, not only the first 65536
#define ImDrawIdx unsigned int  // WebGL 2 cannot offset the vertices of a draw call, so 16 bits would be too few
