import XinyiLedger

extension Chart {
  /// A drawing that stands in the page itself. It is told apart by pattern as well as by shade, for
  /// most printers here print black.
  var html: String {
    "<figure>\n<figcaption>\(escaped(title))</figcaption>\n\(svg)</figure>\n"
  }

  private static let width = 720
  private static let height = 170
  private static let margin = (left: 64, right: 12, top: 26, bottom: 34)
  private static let fills = ["#222", "#bbb", "url(#stripes)", "#fff"]

  private var svg: String {
    let plot = (
      width: Self.width - Self.margin.left - Self.margin.right,
      height: Self.height - Self.margin.top - Self.margin.bottom
    )
    let baseline = Self.margin.top + plot.height
    return """
      <svg viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(escaped(title))">
      <defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse">\
      <path d="M0 6L6 0" stroke="#222" stroke-width="1.5"/></pattern></defs>
      \(legend)\(scale(plotHeight: plot.height))\(bars(plotWidth: plot.width, plotHeight: plot.height))\
      <line x1="\(Self.margin.left)" y1="\(baseline)" x2="\(Self.width - Self.margin.right)" \
      y2="\(baseline)" stroke="#000"/>
      </svg>

      """
  }

  private var legend: String {
    guard series.count > 1 else { return "" }
    return series.enumerated().map { index, name in
      let x = Self.margin.left + index * 130
      return "<rect x=\"\(x)\" y=\"6\" width=\"14\" height=\"12\" stroke=\"#000\" "
        + "fill=\"\(Self.fills[index % Self.fills.count])\"/>"
        + "<text x=\"\(x + 20)\" y=\"17\" font-size=\"13\">\(escaped(name))</text>\n"
    }.joined()
  }

  /// Four lines at round figures, so that a bar can be read without counting.
  private func scale(plotHeight: Int) -> String {
    let top = scaleTop
    return (0...4).map { step in
      let y = Self.margin.top + plotHeight - plotHeight * step / 4
      let label = top * step / 4
      return
        "<line x1=\"\(Self.margin.left)\" y1=\"\(y)\" x2=\"\(Self.width - Self.margin.right)\" "
        + "y2=\"\(y)\" stroke=\"#ccc\" stroke-width=\"0.7\"/>"
        + "<text x=\"\(Self.margin.left - 6)\" y=\"\(y + 4)\" font-size=\"12\" "
        + "text-anchor=\"end\">\(label)</text>\n"
    }.joined()
  }

  /// Whole points, at or above the greatest value: 4, 8, 20, 40, 80, 200 …
  private var scaleTop: Int {
    let greatest = (self.greatest.tenths + 9) / 10
    var unit = 4
    while true {
      for factor in [1, 2, 5] where unit * factor >= greatest { return unit * factor }
      unit *= 10
    }
  }

  private func bars(plotWidth: Int, plotHeight: Int) -> String {
    guard !groups.isEmpty else { return "" }
    let slot = plotWidth / groups.count
    let bar = max(3, min(34, slot * 7 / 10 / max(1, series.count)))
    let baseline = Self.margin.top + plotHeight
    return groups.enumerated().map { index, group in
      let middle = Self.margin.left + slot * index + slot / 2
      let start = middle - bar * group.values.count / 2
      let shapes = group.values.enumerated().map { place, value in
        let height = max(value > .zero ? 1 : 0, value.tenths * plotHeight / (scaleTop * 10))
        let x = start + place * bar
        return "<rect x=\"\(x)\" y=\"\(baseline - height)\" width=\"\(bar - 1)\" "
          + "height=\"\(height)\" fill=\"\(Self.fills[place % Self.fills.count])\" stroke=\"#000\" "
          + "stroke-width=\"0.5\"><title>\(escaped(group.label)) \(value.fixed)</title></rect>"
          + figure(value, x: x + bar / 2, y: baseline - height - 3, bar: bar)
      }
      return shapes.joined()
        + "<text x=\"\(middle)\" y=\"\(baseline + 18)\" font-size=\"12\" "
        + "text-anchor=\"middle\">\(escaped(group.label))</text>\n"
    }.joined()
  }

  /// The figure over its bar, where it does not run into its neighbour.
  private func figure(_ value: Points, x: Int, y: Int, bar: Int) -> String {
    guard bar >= 7 * value.fixed.count - 6 || series.count == 1 && groups.count <= 12 else {
      return ""
    }
    return
      "<text x=\"\(x)\" y=\"\(y)\" font-size=\"11\" text-anchor=\"middle\">\(value.fixed)</text>"
  }
}
