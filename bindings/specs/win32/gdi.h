/*
 * gdi32: device contexts, objects, drawing, bitmaps, text, fonts, regions, paths, coordinates,
 * metafiles, printing. Many calls leave no code, and those that do name hardly more than a bad
 * handle: so the slot is emptied before, and what is in it afterwards is the call's own.
 */
GROUP(hdc, ERROR_INVALID_HANDLE, "$ is not, or no longer, the handle of a device context")
GROUP(gdihandle, ERROR_INVALID_HANDLE, "$ is not, or no longer, the handle of such an object")

/* Device contexts */
FAILS(CreateDCW, "NULL last_error, fresh");
LIKE(CreateDCA, CreateDCW);
FAILS(CreateICW, "NULL last_error, fresh");
LIKE(CreateICA, CreateICW);
FAILS(CreateCompatibleDC, "NULL last_error, fresh", hdc(hdc));
FAILS(ResetDCW, "NULL last_error, fresh", hdc(hdc));
LIKE(ResetDCA, ResetDCW);
FAILS(DeleteDC, "0 last_error, fresh", hdc(hdc));
FAILS(CancelDC, "0 last_error, fresh", hdc(hdc));
FAILS(SaveDC, "0 last_error, fresh", hdc(hdc));
FAILS(RestoreDC, "0 last_error, fresh", hdc(hdc));
NEVER_FAILS(GetDeviceCaps);
FAILS(GetDCOrgEx, "0 last_error, fresh", hdc(hdc));
NEVER_FAILS(GdiGetBatchLimit);
FAILS(GdiSetBatchLimit, "0 none");
FAILS(GdiFlush, "0 none");

/* Objects; SelectObject answers for a region what SelectClipRgn does, and 0 is ERROR there. */
FAILS(SelectObject, "NULL last_error, fresh", gdihandle(hdc or h));
FAILS(DeleteObject, "0 last_error, fresh", gdihandle(ho));
FAILS(GetCurrentObject, "NULL last_error, fresh", hdc(hdc));
FAILS(GetStockObject, "NULL none");
FAILS(GetObjectW, "0 last_error, fresh", gdihandle(h));
HAS_BUFFER(GetObjectW, 3, 2);
LIKE(GetObjectA, GetObjectW);
HAS_BUFFER(GetObjectA, 3, 2);
FAILS(GetObjectType, "0 last_error, fresh", gdihandle(h));
NEVER_FAILS(UnrealizeObject);
FAILS(EnumObjects, "-1 none");
CALLS_BACK(EnumObjects, 3, call);
FAILS(CreatePen, "NULL none");
FAILS(CreatePenIndirect, "NULL none");
FAILS(ExtCreatePen, "NULL last_error, fresh");
FAILS(CreateSolidBrush, "NULL none");
FAILS(CreateHatchBrush, "NULL none");
FAILS(CreatePatternBrush, "NULL none");
FAILS(CreateBrushIndirect, "NULL none");
FAILS(CreateDIBPatternBrushPt, "NULL none");

/* How a context draws */
FAILS(GetBkColor, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(SetBkColor, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(GetTextColor, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(SetTextColor, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(GetDCBrushColor, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(SetDCBrushColor, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(GetDCPenColor, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(SetDCPenColor, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(GetNearestColor, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(GetBkMode, "0 last_error, fresh", hdc(hdc));
FAILS(SetBkMode, "0 last_error, fresh", hdc(hdc));
FAILS(GetROP2, "0 last_error, fresh", hdc(hdc));
FAILS(SetROP2, "0 last_error, fresh", hdc(hdc));
FAILS(GetPolyFillMode, "0 last_error, fresh", hdc(hdc));
FAILS(SetPolyFillMode, "0 last_error, fresh", hdc(hdc));
FAILS(GetStretchBltMode, "0 last_error, fresh", hdc(hdc));
FAILS(SetStretchBltMode, "0 last_error, fresh", hdc(hdc));
FAILS(GetArcDirection, "0 last_error, fresh", hdc(hdc));
FAILS(SetArcDirection, "0 last_error, fresh", hdc(hdc));
FAILS(GetGraphicsMode, "0 last_error, fresh", hdc(hdc));
FAILS(SetGraphicsMode, "0 last_error, fresh", hdc(hdc));
FAILS(GetTextAlign, "GDI_ERROR last_error, fresh", hdc(hdc));
FAILS(SetTextAlign, "GDI_ERROR last_error, fresh", hdc(hdc));
FAILS(GetLayout, "GDI_ERROR last_error, fresh", hdc(hdc));
FAILS(SetLayout, "GDI_ERROR last_error, fresh", hdc(hdc));
FAILS(SetMapperFlags, "GDI_ERROR last_error, fresh", hdc(hdc));
FAILS(GetTextCharacterExtra, "-2147483648 last_error, fresh", hdc(hdc));
FAILS(SetTextCharacterExtra, "-2147483648 last_error, fresh", hdc(hdc));
FAILS(SetTextJustification, "0 last_error, fresh", hdc(hdc));
FAILS(GetMiterLimit, "0 last_error, fresh", hdc(hdc));
FAILS(SetMiterLimit, "0 last_error, fresh", hdc(hdc));
FAILS(GetBrushOrgEx, "0 last_error, fresh", hdc(hdc));
FAILS(SetBrushOrgEx, "0 last_error, fresh", hdc(hdc));
FAILS(GetColorAdjustment, "0 last_error, fresh", hdc(hdc));
FAILS(SetColorAdjustment, "0 last_error, fresh", hdc(hdc));

/* Coordinates */
FAILS(GetMapMode, "0 last_error, fresh", hdc(hdc));
FAILS(SetMapMode, "0 last_error, fresh", hdc(hdc));
FAILS(GetCurrentPositionEx, "0 last_error, fresh", hdc(hdc));
FAILS(GetViewportExtEx, "0 last_error, fresh", hdc(hdc));
FAILS(SetViewportExtEx, "0 last_error, fresh", hdc(hdc));
FAILS(GetViewportOrgEx, "0 last_error, fresh", hdc(hdc));
FAILS(SetViewportOrgEx, "0 last_error, fresh", hdc(hdc));
FAILS(OffsetViewportOrgEx, "0 last_error, fresh", hdc(hdc));
FAILS(ScaleViewportExtEx, "0 last_error, fresh", hdc(hdc));
FAILS(GetWindowExtEx, "0 last_error, fresh", hdc(hdc));
FAILS(SetWindowExtEx, "0 last_error, fresh", hdc(hdc));
FAILS(GetWindowOrgEx, "0 last_error, fresh", hdc(hdc));
FAILS(SetWindowOrgEx, "0 last_error, fresh", hdc(hdc));
FAILS(OffsetWindowOrgEx, "0 last_error, fresh", hdc(hdc));
FAILS(ScaleWindowExtEx, "0 last_error, fresh", hdc(hdc));
FAILS(LPtoDP, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(LPtoDP, 2, 3);
FAILS(DPtoLP, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(DPtoLP, 2, 3);
FAILS(GetWorldTransform, "0 last_error, fresh", hdc(hdc));
FAILS(SetWorldTransform, "0 last_error, fresh", hdc(hdc));
FAILS(ModifyWorldTransform, "0 last_error, fresh", hdc(hdc));
FAILS(CombineTransform, "0 none");

/* Lines, shapes and pixels */
FAILS(MoveToEx, "0 last_error, fresh", hdc(hdc));
FAILS(LineTo, "0 last_error, fresh", hdc(hdc));
FAILS(Polyline, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(Polyline, 2, 3);
FAILS(PolylineTo, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(PolylineTo, 2, 3);
FAILS(PolyPolyline, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(PolyPolyline, 3, 4);
FAILS(PolyBezier, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(PolyBezier, 2, 3);
FAILS(PolyBezierTo, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(PolyBezierTo, 2, 3);
FAILS(PolyDraw, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(PolyDraw, 2, 4);
HAS_ARRAY(PolyDraw, 3, 4);
FAILS(Arc, "0 last_error, fresh", hdc(hdc));
FAILS(ArcTo, "0 last_error, fresh", hdc(hdc));
FAILS(AngleArc, "0 last_error, fresh", hdc(hdc));
FAILS(Polygon, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(Polygon, 2, 3);
FAILS(PolyPolygon, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(PolyPolygon, 3, 4);
FAILS(Rectangle, "0 last_error, fresh", hdc(hdc));
FAILS(RoundRect, "0 last_error, fresh", hdc(hdc));
FAILS(Ellipse, "0 last_error, fresh", hdc(hdc));
FAILS(Chord, "0 last_error, fresh", hdc(hdc));
FAILS(Pie, "0 last_error, fresh", hdc(hdc));
FAILS(FloodFill, "0 last_error, fresh", hdc(hdc));
FAILS(ExtFloodFill, "0 last_error, fresh", hdc(hdc));
FAILS(GetPixel, "CLR_INVALID none");
FAILS(SetPixel, "CLR_INVALID last_error, fresh", hdc(hdc));
FAILS(SetPixelV, "0 last_error, fresh", hdc(hdc));

/* Bitmaps */
FAILS(CreateBitmap, "NULL last_error, fresh", ERROR_INVALID_PARAMETER);
MEANS(CreateBitmap, ERROR_INVALID_PARAMETER,
      "nWidth or nHeight is too large, or nPlanes or nBitCount not valid");
FAILS(CreateBitmapIndirect, "NULL last_error, fresh", ERROR_INVALID_PARAMETER);
MEANS(CreateBitmapIndirect, ERROR_INVALID_PARAMETER,
      "a size, bmWidthBytes, bmPlanes or bmBitsPixel in pbm is not valid");
FAILS(CreateCompatibleBitmap, "NULL last_error, fresh", hdc(hdc));
FAILS(CreateDIBitmap, "NULL last_error, fresh", hdc(hdc));
FAILS(CreateDIBSection, "NULL last_error, fresh", ERROR_INVALID_PARAMETER);
MEANS(CreateDIBSection, ERROR_INVALID_PARAMETER,
      "lpbmi describes no bitmap that can be made, or offset is no multiple of 4");
FAILS(GetBitmapBits, "0 last_error, fresh", gdihandle(hbit));
HAS_BUFFER(GetBitmapBits, 3, 2);
FAILS(SetBitmapBits, "0 last_error, fresh", gdihandle(hbm));
HAS_BUFFER(SetBitmapBits, 3, 2);
FAILS(GetDIBits, "0 last_error, fresh", ERROR_INVALID_PARAMETER, gdihandle(hdc or hbm));
MEANS(GetDIBits, ERROR_INVALID_PARAMETER, "lpbmi describes no bitmap, or usage is unknown");
FAILS(SetDIBits, "0 last_error, fresh", gdihandle(hdc or hbm));
FAILS(SetDIBitsToDevice, "0 last_error, clear", hdc(hdc));
FAILS(StretchDIBits, "0 last_error, clear", hdc(hdc));
FAILS(GetDIBColorTable, "0 last_error, fresh", hdc(hdc));
FAILS(SetDIBColorTable, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(GetDIBColorTable, 4, 3);
HAS_ARRAY(SetDIBColorTable, 4, 3);
FAILS(GetBitmapDimensionEx, "0 none");
FAILS(SetBitmapDimensionEx, "0 none");
FAILS(BitBlt, "0 last_error, fresh", hdc(hdc or hdcSrc));
FAILS(StretchBlt, "0 last_error, fresh", hdc(hdcDest or hdcSrc));
FAILS(MaskBlt, "0 last_error, fresh", gdihandle(hdcDest or hdcSrc or hbmMask));
FAILS(PlgBlt, "0 last_error, fresh", gdihandle(hdcDest or hdcSrc or hbmMask));
HOLDS(PlgBlt, 2, 3);
FAILS(PatBlt, "0 last_error, fresh", hdc(hdc));
FAILS(GdiAlphaBlend, "0 last_error, fresh", hdc(hdcDest or hdcSrc));
FAILS(GdiTransparentBlt, "0 last_error, fresh", hdc(hdcDest or hdcSrc));
FAILS(GdiGradientFill, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(GdiGradientFill, 2, 3);

/* Palettes */
FAILS(CreatePalette, "NULL last_error, fresh");
FAILS(CreateHalftonePalette, "NULL last_error, fresh");
FAILS(SelectPalette, "NULL last_error, fresh");
FAILS(RealizePalette, "GDI_ERROR last_error, fresh", hdc(hdc));
FAILS(ResizePalette, "0 last_error, fresh", gdihandle(hpal));
FAILS(GetPaletteEntries, "0 last_error, fresh", gdihandle(hpal));
FAILS(SetPaletteEntries, "0 last_error, fresh", gdihandle(hpal));
HAS_ARRAY(GetPaletteEntries, 4, 3);
HAS_ARRAY(SetPaletteEntries, 4, 3);
FAILS(GetNearestPaletteIndex, "CLR_INVALID last_error, fresh", gdihandle(h));

/* Text and fonts */
FAILS(TextOutW, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(TextOutW, 4, 5);
LIKE(TextOutA, TextOutW);
HAS_ARRAY(TextOutA, 4, 5);
FAILS(ExtTextOutW, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(ExtTextOutW, 6, 7);
LIKE(ExtTextOutA, ExtTextOutW);
HAS_ARRAY(ExtTextOutA, 6, 7);
FAILS(PolyTextOutW, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(PolyTextOutW, 2, 3);
LIKE(PolyTextOutA, PolyTextOutW);
HAS_ARRAY(PolyTextOutA, 2, 3);
FAILS(GetTextExtentPoint32W, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(GetTextExtentPoint32W, 2, 3);
LIKE(GetTextExtentPoint32A, GetTextExtentPoint32W);
HAS_ARRAY(GetTextExtentPoint32A, 2, 3);
FAILS(GetTextExtentPointW, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(GetTextExtentPointW, 2, 3);
LIKE(GetTextExtentPointA, GetTextExtentPointW);
HAS_ARRAY(GetTextExtentPointA, 2, 3);
FAILS(GetTextExtentExPointW, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(GetTextExtentExPointW, 2, 3);
LIKE(GetTextExtentExPointA, GetTextExtentExPointW);
HAS_ARRAY(GetTextExtentExPointA, 2, 3);
FAILS(GetTextMetricsW, "0 last_error, fresh", hdc(hdc));
LIKE(GetTextMetricsA, GetTextMetricsW);
FAILS(GetOutlineTextMetricsW, "0 last_error, fresh", hdc(hdc));
HAS_BUFFER(GetOutlineTextMetricsW, 3, 2);
LIKE(GetOutlineTextMetricsA, GetOutlineTextMetricsW);
HAS_BUFFER(GetOutlineTextMetricsA, 3, 2);
FAILS(GetTextFaceW, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(GetTextFaceW, 3, 2);
LIKE(GetTextFaceA, GetTextFaceW);
HAS_ARRAY(GetTextFaceA, 3, 2);
FAILS(GetCharWidth32W, "0 last_error, fresh", hdc(hdc));
LIKE(GetCharWidth32A, GetCharWidth32W);
FAILS(GetCharWidthW, "0 last_error, fresh", hdc(hdc));
LIKE(GetCharWidthA, GetCharWidthW);
FAILS(GetCharWidthFloatW, "0 last_error, fresh", hdc(hdc));
LIKE(GetCharWidthFloatA, GetCharWidthFloatW);
FAILS(GetCharABCWidthsW, "0 last_error, fresh", hdc(hdc));
LIKE(GetCharABCWidthsA, GetCharABCWidthsW);
FAILS(GetCharABCWidthsFloatW, "0 last_error, fresh", hdc(hdc));
LIKE(GetCharABCWidthsFloatA, GetCharABCWidthsFloatW);
FAILS(GetCharacterPlacementW, "0 last_error, fresh", hdc(hdc));
HAS_ARRAY(GetCharacterPlacementW, 2, 3);
LIKE(GetCharacterPlacementA, GetCharacterPlacementW);
HAS_ARRAY(GetCharacterPlacementA, 2, 3);
FAILS(GetGlyphIndicesW, "GDI_ERROR last_error, fresh", hdc(hdc));
HAS_ARRAY(GetGlyphIndicesW, 2, 3);
HAS_ARRAY(GetGlyphIndicesW, 4, 3);
LIKE(GetGlyphIndicesA, GetGlyphIndicesW);
HAS_ARRAY(GetGlyphIndicesA, 2, 3);
HAS_ARRAY(GetGlyphIndicesA, 4, 3);
FAILS(GetGlyphOutlineW, "GDI_ERROR last_error, fresh", hdc(hdc));
HAS_BUFFER(GetGlyphOutlineW, 6, 5);
LIKE(GetGlyphOutlineA, GetGlyphOutlineW);
HAS_BUFFER(GetGlyphOutlineA, 6, 5);
FAILS(GetFontData, "GDI_ERROR last_error, fresh", hdc(hdc));
HAS_BUFFER(GetFontData, 4, 5);
FAILS(GetFontUnicodeRanges, "0 last_error, fresh", hdc(hdc));
FAILS(GetFontLanguageInfo, "GCP_ERROR last_error, fresh", hdc(hdc));
FAILS(GetKerningPairsW, "0 last_error, clear", hdc(hdc));
HAS_ARRAY(GetKerningPairsW, 3, 2);
LIKE(GetKerningPairsA, GetKerningPairsW);
HAS_ARRAY(GetKerningPairsA, 3, 2);
FAILS(CreateFontW, "NULL last_error, fresh");
LIKE(CreateFontA, CreateFontW);
FAILS(CreateFontIndirectW, "NULL last_error, fresh");
LIKE(CreateFontIndirectA, CreateFontIndirectW);
FAILS(CreateFontIndirectExW, "NULL last_error, fresh");
LIKE(CreateFontIndirectExA, CreateFontIndirectExW);
FAILS(AddFontResourceW, "0 last_error, fresh");
LIKE(AddFontResourceA, AddFontResourceW);
FAILS(AddFontResourceExW, "0 last_error, fresh");
LIKE(AddFontResourceExA, AddFontResourceExW);
FAILS(RemoveFontResourceW, "0 last_error, fresh");
LIKE(RemoveFontResourceA, RemoveFontResourceW);
FAILS(RemoveFontResourceExW, "0 last_error, fresh");
LIKE(RemoveFontResourceExA, RemoveFontResourceExW);
FAILS(AddFontMemResourceEx, "NULL last_error, fresh");
HAS_BUFFER(AddFontMemResourceEx, 1, 2);
FAILS(RemoveFontMemResourceEx, "0 last_error, fresh");
FAILS(TranslateCharsetInfo, "0 last_error, fresh");
FAILS(GetRasterizerCaps, "0 last_error, fresh");
/* These answer with what the callback answered last. */
NEVER_FAILS(EnumFontFamiliesExW);
CALLS_BACK(EnumFontFamiliesExW, 3, call);
NEVER_FAILS(EnumFontFamiliesExA);
CALLS_BACK(EnumFontFamiliesExA, 3, call);
NEVER_FAILS(EnumFontFamiliesW);
CALLS_BACK(EnumFontFamiliesW, 3, call);
NEVER_FAILS(EnumFontFamiliesA);
CALLS_BACK(EnumFontFamiliesA, 3, call);
NEVER_FAILS(EnumFontsW);
CALLS_BACK(EnumFontsW, 3, call);
NEVER_FAILS(EnumFontsA);
CALLS_BACK(EnumFontsA, 3, call);

/* Regions and clipping; ERROR is 0, NULLREGION 1. */
FAILS(CreateRectRgn, "NULL last_error, fresh");
FAILS(CreateRectRgnIndirect, "NULL last_error, fresh");
FAILS(CreateRoundRectRgn, "NULL last_error, fresh");
FAILS(CreateEllipticRgn, "NULL last_error, fresh");
FAILS(CreateEllipticRgnIndirect, "NULL last_error, fresh");
FAILS(CreatePolygonRgn, "NULL last_error, fresh");
HAS_ARRAY(CreatePolygonRgn, 1, 2);
FAILS(CreatePolyPolygonRgn, "NULL last_error, fresh");
HAS_ARRAY(CreatePolyPolygonRgn, 2, 3);
FAILS(ExtCreateRegion, "NULL last_error, fresh");
HAS_BUFFER(ExtCreateRegion, 3, 2);
FAILS(CombineRgn, "ERROR last_error, fresh", gdihandle(hrgnDst or hrgnSrc1 or hrgnSrc2));
FAILS(OffsetRgn, "ERROR last_error, fresh", gdihandle(hrgn));
FAILS(GetRgnBox, "0 last_error, fresh", gdihandle(hrgn));
FAILS(GetRegionData, "0 last_error, fresh", gdihandle(hrgn));
HAS_BUFFER(GetRegionData, 3, 2);
FAILS(SetRectRgn, "0 last_error, fresh", gdihandle(hrgn));
NEVER_FAILS(PtInRegion);
NEVER_FAILS(RectInRegion);
FAILS(EqualRgn, "ERROR last_error, clear", gdihandle(hrgn1 or hrgn2));
FAILS(FillRgn, "0 last_error, fresh", gdihandle(hdc or hrgn or hbr));
FAILS(FrameRgn, "0 last_error, fresh", gdihandle(hdc or hrgn or hbr));
FAILS(InvertRgn, "0 last_error, fresh", gdihandle(hdc or hrgn));
FAILS(PaintRgn, "0 last_error, fresh", gdihandle(hdc or hrgn));
FAILS(SelectClipRgn, "ERROR last_error, fresh", gdihandle(hdc or hrgn));
FAILS(ExtSelectClipRgn, "ERROR last_error, fresh", gdihandle(hdc or hrgn));
FAILS(ExcludeClipRect, "ERROR last_error, fresh", hdc(hdc));
FAILS(IntersectClipRect, "ERROR last_error, fresh", hdc(hdc));
FAILS(OffsetClipRgn, "ERROR last_error, fresh", hdc(hdc));
FAILS(GetClipBox, "ERROR last_error, fresh", hdc(hdc));
FAILS(GetClipRgn, "-1 last_error, fresh", gdihandle(hdc or hrgn));
FAILS(GetRandomRgn, "-1 last_error, fresh", gdihandle(hdc or hrgn));
FAILS(PtVisible, "-1 last_error, fresh", hdc(hdc));
NEVER_FAILS(RectVisible);

/* Paths */
FAILS(BeginPath, "0 last_error, fresh", hdc(hdc));
GROUP(openpath, ERROR_CAN_NOT_COMPLETE, "no path was begun, or it was not ended, in $")
FAILS(EndPath, "0 last_error, fresh", hdc(hdc), openpath(hdc));
FAILS(AbortPath, "0 last_error, fresh", hdc(hdc));
FAILS(CloseFigure, "0 last_error, fresh", hdc(hdc), openpath(hdc));
FAILS(FillPath, "0 last_error, fresh", hdc(hdc), openpath(hdc));
FAILS(StrokePath, "0 last_error, fresh", hdc(hdc), openpath(hdc));
FAILS(StrokeAndFillPath, "0 last_error, fresh", hdc(hdc), openpath(hdc));
FAILS(FlattenPath, "0 last_error, fresh", hdc(hdc), openpath(hdc));
FAILS(WidenPath, "0 last_error, fresh", hdc(hdc), openpath(hdc));
FAILS(SelectClipPath, "0 last_error, fresh", hdc(hdc), openpath(hdc));
FAILS(PathToRegion, "NULL last_error, fresh", hdc(hdc), openpath(hdc));
FAILS(GetPath, "-1 last_error, fresh", hdc(hdc), openpath(hdc));

/* Metafiles */
FAILS(CreateEnhMetaFileW, "NULL last_error, fresh");
LIKE(CreateEnhMetaFileA, CreateEnhMetaFileW);
FAILS(CloseEnhMetaFile, "NULL last_error, fresh", hdc(hdc));
FAILS(CopyEnhMetaFileW, "NULL last_error, fresh", gdihandle(hEnh));
LIKE(CopyEnhMetaFileA, CopyEnhMetaFileW);
FAILS(GetEnhMetaFileW, "NULL last_error, fresh");
LIKE(GetEnhMetaFileA, GetEnhMetaFileW);
FAILS(DeleteEnhMetaFile, "0 last_error, fresh", gdihandle(hmf));
FAILS(PlayEnhMetaFile, "0 last_error, fresh", gdihandle(hdc or hmf));
FAILS(GetEnhMetaFileBits, "0 last_error, fresh", gdihandle(hEMF));
HAS_BUFFER(GetEnhMetaFileBits, 3, 2);
FAILS(SetEnhMetaFileBits, "NULL last_error, fresh");
HAS_BUFFER(SetEnhMetaFileBits, 2, 1);
FAILS(GetEnhMetaFileHeader, "0 last_error, fresh", gdihandle(hemf));
HAS_BUFFER(GetEnhMetaFileHeader, 3, 2);
FAILS(CreateMetaFileW, "NULL last_error, fresh");
LIKE(CreateMetaFileA, CreateMetaFileW);
FAILS(CloseMetaFile, "NULL last_error, fresh", hdc(hdc));
FAILS(DeleteMetaFile, "0 last_error, fresh");
FAILS(PlayMetaFile, "0 last_error, fresh");
FAILS(GdiComment, "0 last_error, fresh", hdc(hdc));
HAS_BUFFER(GdiComment, 3, 2);

/* Printing: StartDoc answers with the number of the job, the others with a positive number. */
#define FAILS_BY_0_OR_LESS(fn)                                                           \
    UNTOLD(fn, "inexpressible: 0 and all below it mean failure; ask GetLastError then")
FAILS_BY_0_OR_LESS(StartDocW);
FAILS_BY_0_OR_LESS(StartDocA);
FAILS_BY_0_OR_LESS(EndDoc);
FAILS_BY_0_OR_LESS(StartPage);
FAILS_BY_0_OR_LESS(EndPage);
FAILS(AbortDoc, "SP_ERROR last_error, fresh, blocks", hdc(hdc));
FAILS(SetAbortProc, "SP_ERROR last_error, fresh", hdc(hdc));
CALLS_BACK(SetAbortProc, 2, kept);

/* Pixel formats (OpenGL) */
FAILS(ChoosePixelFormat, "0 last_error, fresh", hdc(hdc));
FAILS(DescribePixelFormat, "0 last_error, fresh", hdc(hdc));
HAS_BUFFER(DescribePixelFormat, 4, 3);
FAILS(GetPixelFormat, "0 last_error, fresh", hdc(hdc));
FAILS(SetPixelFormat, "0 last_error, fresh", hdc(hdc));
FAILS(SwapBuffers, "0 last_error, fresh", hdc(hdc));
