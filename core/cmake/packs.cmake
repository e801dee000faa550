# The content packs by name (made by web/site/pack.cpp), and the files they are.
set(pack_names base evidence practice cases migrations reference reference_published reference_audit practice_audit scaling calculators prices guide)   # guide.json lists the chapters, which are files of their own
set(built_in_packs base practice cases migrations reference reference_published reference_audit practice_audit scaling calculators prices)   # those of core/base/packs.h

if(EMSCRIPTEN)
  set(packs ${STOREWRIGHT_PACKS})
else()
  set(packs ${CMAKE_BINARY_DIR}/packs)
endif()
list(TRANSFORM pack_names REPLACE "(.+)" "${packs}/\\1.json" OUTPUT_VARIABLE pack_files)
list(TRANSFORM built_in_packs REPLACE "(.+)" "${packs}/\\1_pack.cpp" OUTPUT_VARIABLE pack_sources)
