enum TestWord: String, WordValue { case a, b }
